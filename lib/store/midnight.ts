// Under which day's key does a report count? Keys change with the UTC day; whoever stands counted under yesterday's keeps
// it until six o'clock, so that midnight makes nobody a new person.
import type { Report } from "../report";
import { COUNT_WINDOW_MS, NETWORK_WINDOW_MS } from "../tally";
import { type Claims, nameOf } from "./claims";

/**
 * Within six hours of midnight UTC a person may stand counted under yesterday's salt, a network within half an hour:
 * then the report keeps the key of yesterday. Repeats do not count here: the next count is one under today's key.
 */
export function underItsKey(report: Report, { at, people, networks }: Claims): Report {
	const { serviceId, reporterKeyBefore, networkKeyBefore } = report;
	const person = reporterKeyBefore && people.get(nameOf(serviceId, reporterKeyBefore));
	const network = networkKeyBefore && networks.get(nameOf(serviceId, networkKeyBefore));
	const counted = person ? [person.evidenceAt, ...Object.values(person.claims).map((claim) => claim.countedAt)] : [];
	const stands = counted.some((then) => isWithin(then, at, COUNT_WINDOW_MS));
	const gave = isWithin(network?.evidenceAt ?? null, at, NETWORK_WINDOW_MS);
	return {
		...report,
		reporterKey: (stands && reporterKeyBefore) || report.reporterKey,
		networkKey: (gave && networkKeyBefore) || report.networkKey,
	};
}

function isWithin(then: Date | null, at: Date, windowMs: number): boolean {
	return then !== null && at.getTime() - then.getTime() < windowMs;
}
