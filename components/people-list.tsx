import type { Person } from "@/lib/access";
import { type Appointed, withArticle } from "@/lib/people";
import { type PeopleAction, PeopleOrders } from "./people-order";

type PeopleListProps = { people: readonly Appointed[]; person: Person; action: PeopleAction };

/** Everybody with a role, and what may be done about it. */
export function PeopleList({ people, person, action }: PeopleListProps) {
	return (
		<ul>
			{people.map((one) => (
				<li key={one.email} className="border-b border-rule py-3 wrap-anywhere first:pt-0 last:border-0">
					{one.id === null || one.isFixed || one.id === person.id ? (
						<Standing one={one} person={person} />
					) : (
						<Changeable one={one} id={one.id} person={person} action={action} />
					)}
				</li>
			))}
		</ul>
	);
}

function Standing({ one: { id, email, name, role, isFixed }, person }: { one: Appointed; person: Person }) {
	const words = [role === "admin" ? "Admin" : "Moderator", id === person.id && "you", isFixed && "always, by the settings (ADMIN_EMAIL)"];
	return (
		<>
			<p className="font-strong">{name ? `${name}, ${email}` : email}</p>
			<p className="text-s text-ink-2">{words.filter(Boolean).join(", ")}</p>
		</>
	);
}

function Changeable({ one, id, person, action }: { one: Appointed; id: string; person: Person; action: PeopleAction }) {
	const { role, email } = one;
	const other = role === "admin" ? "moderator" : "admin";
	const appoint = `Make ${withArticle(other)}`;
	return (
		<PeopleOrders
			fields={{ id, seen: role, role: other }}
			deeds={[
				{ deed: "appoint", word: appoint, label: `${appoint}: ${email}` },
				{ deed: "remove-person", word: "Remove", label: `Remove ${email}` },
			]}
			action={action}
		>
			<Standing one={one} person={person} />
		</PeopleOrders>
	);
}
