import type { Person } from "@/lib/access";
import type { Incident } from "@/lib/incident";

/** Who is here, and how much waits. */
export function DeskBar({ person, queue, leave }: { person: Person; queue: readonly Incident[]; leave: () => Promise<void> }) {
	const waiting = queue.filter((incident) => incident.state === "suspected");
	const campaigns = waiting.filter((incident) => incident.campaign);
	return (
		<div className="flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-rule py-2 text-s">
			<p>
				<b>{waiting.length}</b> to decide
			</p>
			{campaigns.length > 0 && (
				<p>
					<b>{campaigns.length}</b> {campaigns.length === 1 ? "looks" : "look"} coordinated
				</p>
			)}
			<p>
				<a href="/desk/services">Suggested services</a>
			</p>
			<p className="ms-auto text-ink-2">
				{person.name ?? person.email}, {person.role}
			</p>
			<form action={leave}>
				<button type="submit" className="button min-h-9 px-3 py-1 text-s">
					Sign out
				</button>
			</form>
		</div>
	);
}
