import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { presentChoice } from "@/app/_http/alert-choice";
import { currentPerson, isSessionUnread } from "@/app/_http/auth";
import { AlertChoice } from "@/components/alert-choice";
import { SessionNotRead } from "@/components/not-read";
import { mayEnterDesk } from "@/lib/access";
import { chooseAlerts } from "./alert-actions";

export const metadata: Metadata = { title: "Your account", robots: { index: false } };

export default async function AccountPage() {
	const person = await currentPerson();
	if (person === null && (await isSessionUnread()))
		return (
			<div className="frame py-12">
				<SessionNotRead />
			</div>
		);
	if (!mayEnterDesk(person)) redirect("/sign-in");
	return (
		<div className="frame grid gap-6 py-6">
			<p>
				<a href="/desk">Desk</a>
			</p>
			<h1 className="text-xl">Your account</h1>
			<AlertChoice isWoken={await presentChoice(person)} action={chooseAlerts} />
		</div>
	);
}
