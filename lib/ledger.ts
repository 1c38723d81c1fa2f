// How do reports count that come from a file? As intake counts them, in order of time, with its claims in memory for as
// long as they can matter. Pure; import and replay share it. Absent: the database's claims, which live reports stand in.
import type { Channel } from "./report";
import { type Claim, COUNT_WINDOW_MS, countReport, type Outcome, type Standing, type Statement } from "./tally";
import { plus } from "./time";

/** Who spoke, by opaque keys. */
export type Speaker = { reporter: string; network: string };
/** Counts the next report; `at` never goes back. */
export type Ledger = (id: string, statement: Statement, speaker: Speaker, at: Date) => Outcome;

/** `at`: of the last report about them; older than the counting window they are forgotten. */
type Person = { at: Date; evidenceAt: Date | null; claims: Map<Channel, Claim | null> };
type Network = { at: Date } & Pick<Standing, "networkEvidenceAt" | "networkEvidenceBeforeAt">;

export function makeLedger(): Ledger {
	const people = new Map<string, Person>();
	const networks = new Map<string, Network>();
	let sweptAt = new Date(0);

	return (id, statement, speaker, at) => {
		if (plus(sweptAt, COUNT_WINDOW_MS) < at) {
			for (const known of [people, networks]) forget(known, plus(at, -COUNT_WINDOW_MS));
			sweptAt = at;
		}
		const person = entryOf(people, `${statement.serviceId} ${speaker.reporter}`, newPerson);
		const network = entryOf(networks, `${statement.serviceId} ${speaker.network}`, newNetwork);
		const outcome = countReport(
			id,
			statement,
			{
				claim: person.claims.get(statement.channel) ?? null,
				reporterEvidenceAt: person.evidenceAt,
				networkEvidenceAt: network.networkEvidenceAt,
				networkEvidenceBeforeAt: network.networkEvidenceBeforeAt,
			},
			at,
		);
		const { claim, reporterEvidenceAt, networkEvidenceAt, networkEvidenceBeforeAt } = outcome.standing;
		person.claims.set(statement.channel, claim);
		Object.assign(person, { at, evidenceAt: reporterEvidenceAt });
		Object.assign(network, { at, networkEvidenceAt, networkEvidenceBeforeAt });
		return outcome;
	};
}

function newPerson(): Person {
	return { at: new Date(0), evidenceAt: null, claims: new Map() };
}

function newNetwork(): Network {
	return { at: new Date(0), networkEvidenceAt: null, networkEvidenceBeforeAt: null };
}

function entryOf<Value>(known: Map<string, Value>, name: string, make: () => Value): Value {
	const entry = known.get(name) ?? make();
	known.set(name, entry);
	return entry;
}

function forget(known: Map<string, { at: Date }>, before: Date): void {
	for (const [name, { at }] of known) if (at < before) known.delete(name);
}
