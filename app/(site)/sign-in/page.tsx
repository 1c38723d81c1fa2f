import type { Metadata } from "next";
import { PageTitle } from "@/components/prose";
import { SignInForm } from "@/components/sign-in-form";
import { sendLink } from "./actions";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Query = Record<string, string | string[] | undefined>;

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	return (
		<div className="frame pb-12">
			<PageTitle title="Sign in to the desk" lead="For moderators. To report a code or to read, nobody needs an account." />
			<SignInForm send={sendLink} isSent={query.sent === "1"} hasFailed={typeof query.error === "string"} />
		</div>
	);
}
