import type { Metadata } from "next";
import { presentChoice } from "@/app/_http/alert-choice";
import { currentSessionToken } from "@/app/_http/auth";
import { DeskDoor } from "@/app/_http/desk-door";
import { AlertChoice } from "@/components/alert-choice";
import { PasskeyList } from "@/components/passkey-list";
import { PageTitle } from "@/components/prose";
import { Section } from "@/components/section";
import { SessionList } from "@/components/session-list";
import type { Person } from "@/lib/access";
import { house } from "@/lib/house";
import { keepAccount } from "./actions";
import { chooseAlerts } from "./alert-actions";

export const metadata: Metadata = { title: "Your account", robots: { index: false } };

type Search = { done?: string | string[] };

const doneSentences: Record<string, string> = {
	"add-passkey": "The passkey is added. It signs you in from now on; a link still does too.",
	"remove-passkey": "The passkey is removed. It signs nobody in any more; your device may go on offering it until you delete it there.",
	"end-session": "The session is ended.",
	"end-other-sessions": "All your other sessions are ended.",
};

export default function AccountPage({ searchParams }: { searchParams: Promise<Search> }) {
	return <DeskDoor room={async (person) => ({ room: await accountOf(person, await searchParams) })} />;
}

async function accountOf(person: Person, { done }: Search) {
	const { account, env } = house();
	const [passkeys, sessions] = await Promise.all([account.passkeys(person), account.sessions(person, await currentSessionToken())]);
	const sentence = typeof done === "string" && Object.hasOwn(doneSentences, done) ? doneSentences[done] : null;
	return (
		<>
			<PageTitle title="Your account" lead="How you sign in, and where you are signed in. Nobody else sees this page." />
			{sentence && (
				<p role="status" className="mb-6 max-w-measure border-t-2 border-rule-strong bg-raised p-4">
					{sentence}
				</p>
			)}
			<Section title="Passkeys" lead="They sign you in without a mail.">
				<PasskeyList passkeys={passkeys} action={keepAccount} />
			</Section>
			<Section title="Sessions" lead="Where you are signed in. Each ends by itself, a week after its last use at the latest.">
				<SessionList sessions={sessions} action={keepAccount} />
			</Section>
			<Section id="alerts" title="Being woken" lead="By mail, when an incident opens.">
				<AlertChoice isWoken={await presentChoice(person)} hasPost={env.SMTP_URL !== undefined} action={chooseAlerts} />
			</Section>
		</>
	);
}
