import { type AccountAction, AccountDeedForm } from "./account-deed";
import { Moment } from "./moment";

type Session = { id: string; device: string | null; startedAt: Date; expiresAt: Date; isThisOne: boolean };

/** Where one is signed in, and the way to end each but this one, which the bar above ends. */
export function SessionList({ sessions, action }: { sessions: readonly Session[]; action: AccountAction }) {
	return (
		<div className="grid max-w-measure gap-6">
			<ul className="grid gap-4">
				{sessions.map((session) => (
					<li
						key={session.id}
						className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-rule pt-4 first:border-t-0 first:pt-0"
					>
						<div>
							<p className="font-strong">
								{session.device ?? "A browser"}
								{session.isThisOne && ", this one"}
							</p>
							<p className="text-s text-ink-2">
								Began <Moment at={session.startedAt.toISOString()} form="day-time" />, ends{" "}
								<Moment at={session.expiresAt.toISOString()} form="day-time" />
							</p>
						</div>
						{!session.isThisOne && (
							<AccountDeedForm deed="end-session" id={session.id} label="End it" about={session.device ?? "A browser"} action={action} />
						)}
					</li>
				))}
			</ul>
			{sessions.length > 1 && <AccountDeedForm deed="end-other-sessions" label="End all but this one" action={action} />}
			<p className="text-s text-ink-2">We keep no address and no more of your browser than these words.</p>
		</div>
	);
}
