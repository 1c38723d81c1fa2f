import type { Person } from "@/lib/access";
import { type Appointed, type PeopleOrder, withArticle } from "@/lib/people";
import { type PeopleAction, PeopleOrderButton } from "./people-order";

/** Everybody with a role, and what may be done about it. */
export function PeopleList({ people, person, action }: { people: readonly Appointed[]; person: Person; action: PeopleAction }) {
	return (
		<ul>
			{people.map((one) => (
				<li
					key={one.email}
					className="grid items-center gap-x-6 gap-y-2 border-b border-rule py-3 first:pt-0 last:border-0 sm:grid-cols-[minmax(0,1fr)_auto]"
				>
					<div className="wrap-anywhere">
						<p className="font-strong">{one.name ? `${one.name}, ${one.email}` : one.email}</p>
						<p className="text-s text-ink-2">{standingOf(one, person)}</p>
					</div>
					{one.id !== null && !one.isFixed && one.id !== person.id && <Orders one={one} id={one.id} action={action} />}
				</li>
			))}
		</ul>
	);
}

function standingOf({ id, role, isFixed }: Appointed, person: Person): string {
	const words = [role === "admin" ? "Admin" : "Moderator"];
	if (id === person.id) words.push("you");
	if (isFixed) words.push("always, by the settings (ADMIN_EMAIL)");
	return words.join(", ");
}

function Orders({ one: { role, email }, id, action }: { one: Appointed; id: string; action: PeopleAction }) {
	const other = role === "admin" ? "moderator" : "admin";
	const removal: PeopleOrder = { deed: "remove-person", id, seen: role === "admin" ? "admin" : "moderator" };
	return (
		<div className="flex flex-wrap gap-2">
			<PeopleOrderButton
				order={{ deed: "appoint", id, seen: role, role: other }}
				word={`Make ${withArticle(other)}`}
				label={`Make ${withArticle(other)}: ${email}`}
				action={action}
			/>
			<PeopleOrderButton order={removal} word="Remove" label={`Remove ${email}`} action={action} />
		</div>
	);
}
