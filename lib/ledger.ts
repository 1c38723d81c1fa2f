// How do reports count that come from a file? As intake counts them, in order of time, with its claims in memory for as
// long as they can matter. Pure; import and replay share it. Absent: the database's claims, which live reports stand in.
import { COUNT_WINDOW_MS, countReport, type Outcome, type Standing, type Statement } from "./tally";
import { plus } from "./time";

/** Who spoke, by opaque keys. */
export type Speaker = { reporter: string; network: string };
/** Counts the next report; `at` never goes back. */
export type Ledger = (id: string, statement: Statement, speaker: Speaker, at: Date) => Outcome;

type Kept<Value> = { value: Value; at: Date };

export function makeLedger(): Ledger {
	const claims = new Map<string, Kept<Standing["claim"]>>();
	const people = new Map<string, Kept<Standing["reporterEvidenceAt"]>>();
	const networks = new Map<string, Kept<Pick<Standing, "networkEvidenceAt" | "networkEvidenceBeforeAt">>>();
	let sweptAt = new Date(0);

	return (id, statement, speaker, at) => {
		if (plus(sweptAt, COUNT_WINDOW_MS) < at) {
			for (const kept of [claims, people, networks]) forget(kept, plus(at, -COUNT_WINDOW_MS));
			sweptAt = at;
		}
		const person = `${statement.serviceId} ${speaker.reporter}`;
		const place = `${person} ${statement.channel}`;
		const network = `${statement.serviceId} ${speaker.network}`;
		const outcome = countReport(
			id,
			statement,
			{
				claim: claims.get(place)?.value ?? null,
				reporterEvidenceAt: people.get(person)?.value ?? null,
				...(networks.get(network)?.value ?? { networkEvidenceAt: null, networkEvidenceBeforeAt: null }),
			},
			at,
		);
		const { claim, reporterEvidenceAt, networkEvidenceAt, networkEvidenceBeforeAt } = outcome.standing;
		claims.set(place, { value: claim, at });
		people.set(person, { value: reporterEvidenceAt, at });
		networks.set(network, { value: { networkEvidenceAt, networkEvidenceBeforeAt }, at });
		return outcome;
	};
}

function forget(kept: Map<string, { at: Date }>, before: Date): void {
	for (const [key, { at }] of kept) if (at < before) kept.delete(key);
}
