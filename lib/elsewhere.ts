// What is told of incidents that are about no service in particular: a carrier, a region or a channel alone? They change
// no service's status (one carrier's trouble must not turn every service red); the pages of services show them beside it.
import type { Service } from "./catalog/catalog";
import { type Incident, isOpen } from "./incident";
import type { SingleFlight } from "./single-flight";
import type { IncidentRow } from "./store/incidents";
import { HOUR_MS, plus } from "./time";

export type Elsewhere = {
	/** Those that are open or changed in the last hour; none when they could not be read. */
	newsOfNoService(): Promise<readonly Incident[]>;
	newsOfNoServiceIn(): Promise<number>;
	/** The open ones on a channel that the service offers. */
	elsewhere(service: Service): Promise<readonly Incident[]>;
};

export type ElsewhereParts = {
	flight: SingleFlight;
	now(): Date;
	listOfNoService(since: Date): Promise<readonly IncidentRow[]>;
	failed(what: string, error: unknown): void;
};

const WHAT = "incidents of no service";

export function makeElsewhere(parts: ElsewhereParts, present: (row: IncidentRow) => Incident): Elsewhere {
	async function newsOfNoService(): Promise<readonly Incident[]> {
		try {
			const rows = await parts.flight.read(WHAT, () => parts.listOfNoService(plus(parts.now(), -HOUR_MS)));
			return rows.map(present);
		} catch (error) {
			parts.failed(WHAT, error);
			return [];
		}
	}

	return {
		newsOfNoService,
		newsOfNoServiceIn: () => parts.flight.freshIn(WHAT),
		async elsewhere({ channels }) {
			const incidents = await newsOfNoService();
			return incidents.filter(
				(one) => isOpen(one) && (one.slice.channel === null || one.slice.channel.some((channel) => channels.includes(channel))),
			);
		},
	};
}
