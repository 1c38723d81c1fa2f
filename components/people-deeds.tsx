import type { Person } from "@/lib/access";
import { inverseOf, type PeopleOrder, type PeopleRoom, withArticle } from "@/lib/people";
import { Moment } from "./moment";
import { type PeopleAction, PeopleOrders } from "./people-order";

type PeopleDeed = PeopleRoom["deeds"][number];

/** Who did what to whom, when, newest first. */
export function PeopleDeeds({ deeds }: { deeds: readonly PeopleDeed[] }) {
	if (deeds.length === 0) return <p className="text-s text-ink-2">Nobody has invited, appointed or removed anybody yet.</p>;
	return (
		<ul className="text-s">
			{deeds.map((deed) => (
				<li key={deed.id} className="grid gap-x-4 border-b border-rule py-2 first:pt-0 last:border-0 wide:grid-cols-[9rem_minmax(0,1fr)]">
					<Moment at={deed.at.toISOString()} form="day-time" className="text-ink-2" />
					<span className="wrap-anywhere">
						{deed.who} {doneOf(deed)}
					</span>
				</li>
			))}
		</ul>
	);
}

/** What was just done, with the deed that takes it back. */
export function PeopleDone({ deed, person, action }: { deed: PeopleDeed; person: Person; action: PeopleAction }) {
	const inverse = inverseOf(deed);
	const done = (
		<p role="status">
			Done: {deed.who === person.email ? "you" : deed.who} {doneOf(deed)}.
		</p>
	);
	if (!inverse) return <div className="pb-6">{done}</div>;
	const { deed: undoing, ...fields } = inverse;
	return (
		<div className="pb-6">
			<PeopleOrders key={deed.id} fields={fields} deeds={[{ deed: undoing, word: inverseWord(inverse) }]} action={action}>
				{done}
			</PeopleOrders>
		</div>
	);
}

function doneOf({ deed, whom, detail }: PeopleDeed): string {
	const somebody = whom ?? "somebody whose address is forgotten";
	const { from, to, role } = rolesIn(detail);
	switch (deed) {
		case "invite":
			return `invited ${somebody}, to be ${role}`;
		case "withdraw-invitation":
			return `withdrew the invitation of ${somebody}, to be ${role}`;
		case "accept-invitation":
			return `accepted the invitation, and is ${role}`;
		case "appoint":
			return `made ${somebody} ${to} (was ${from})`;
		case "remove-person":
			return `removed ${somebody} (was ${from})`;
		default:
			return `${deed} ${somebody}`;
	}
}

function rolesIn(detail: unknown): Record<string, string> {
	const said = typeof detail === "object" && detail !== null ? Object.entries(detail) : [];
	return Object.fromEntries(said.map(([name, role]) => [name, role === "reader" ? "without a role" : withArticle(role)]));
}

function inverseWord(order: PeopleOrder): string {
	switch (order.deed) {
		case "invite":
			return "Invite again";
		case "withdraw-invitation":
			return "Undo: withdraw the invitation";
		case "appoint":
			return `Undo: make ${withArticle(order.role)} again`;
		case "remove-person":
			return "Undo: remove";
	}
}
