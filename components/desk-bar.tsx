import type { ReactNode } from "react";
import { mayDo, type Person } from "@/lib/access";
import type { Incident } from "@/lib/incident";

/** The rooms of the desk, who is here, and the way out. */
export function DeskBar({ person, leave, children }: { person: Person; leave: () => Promise<void>; children?: ReactNode }) {
	return (
		<div className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-rule py-2 text-s">
			<nav aria-label="Desk" className="flex flex-wrap gap-x-5 gap-y-1">
				<a href="/desk">Incidents</a>
				<a href="/desk/services">Suggested services</a>
				{mayDo(person, "see-people") && <a href="/desk/people">People</a>}
				<a href="/desk/account">Your account</a>
			</nav>
			<div className="flex min-w-0 flex-1 items-center gap-x-4 max-wide:basis-full">
				{children}
				<p className="ms-auto min-w-0 text-end text-ink-2 [overflow-wrap:anywhere]">
					{person.name ?? person.email}, {person.role}
				</p>
				<form action={leave} className="flex-none">
					<button type="submit" className="button min-h-11 px-3 py-1 text-s">
						Sign out
					</button>
				</form>
			</div>
		</div>
	);
}

/** How much waits. */
export function DeskCounts({ queue }: { queue: readonly Incident[] }) {
	const waiting = queue.filter((incident) => incident.state === "suspected");
	const campaigns = waiting.filter((incident) => incident.campaign);
	return (
		<>
			<p>
				<b>{waiting.length}</b> to decide
			</p>
			{campaigns.length > 0 && (
				<p>
					<b>{campaigns.length}</b> {campaigns.length === 1 ? "looks" : "look"} coordinated
				</p>
			)}
		</>
	);
}
