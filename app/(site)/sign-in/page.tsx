import type { Metadata } from "next";
import { PasskeyButton } from "@/components/passkey-button";
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
			<div className="mt-8 grid max-w-[24rem] gap-3 border-t border-rule pt-6">
				<h2 className="text-m">Or without a mail</h2>
				<p className="text-ink-2">If you have added a passkey to your account, this device or your phone can vouch for you.</p>
				<PasskeyButton action="authenticate" label="Use a passkey" leadsTo="/desk" />
			</div>
		</div>
	);
}
