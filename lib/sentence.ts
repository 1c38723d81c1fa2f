// Which sentence does a status deserve? One that could be read out over the phone: who, of how many, in which time, what
// they did not get; or what "calm" rests on. Pure; it decides what is said, phrasebooks have the words.
import { isNarrowed, type Slice } from "./incident";
import type { DisplayNames } from "./incident-title";
import { type Channel, isFailing, symptoms } from "./report";
import type { Saying, Where, WhyNoIncident } from "./saying";
import { type ChannelStatus, type Status, type StatusFacts, WINDOW_MINUTES } from "./status";
import { MINUTE_MS, plus } from "./time";

/** People in a day whose word is enough to rest "calm" on. */
export const REPORTERS_MIN = 5;

/** From this share of the failures on, "got no code" says what happened; below it, "had trouble" does. */
const MISSING_SHARE_MIN = 2 / 3;

export type Told = Pick<Status, "says" | "restsOn">;

/** Of a channel that an open incident covers. */
export function troubleSaying({ channel, answered, failed, missing, windowMinutes: minutes, where }: ChannelStatus): Told {
	if (answered === 0) return resting("incident", { kind: "nobody-new", channel, minutes, where });
	if (failed === 0) return resting("incident", { kind: "all-came", channel, minutes, where, answered });
	const isMissing = missing >= failed * MISSING_SHARE_MIN;
	return resting(
		"incident",
		isMissing ? { kind: "none-came", channel, minutes, missing, answered } : { kind: "trouble", channel, minutes, failed, answered },
	);
}

/** So many places are named; more are somewhere. */
const PLACES_MAX = 3;

/** Where incidents are, when every one is narrowed to somewhere; `null` when one is not. */
export function whereOf(incidents: readonly { slice: Slice }[], names: DisplayNames): Where | null {
	if (incidents.length === 0 || !incidents.every(({ slice }) => isNarrowed(slice))) return null;
	const places = new Map(incidents.map(({ slice: { carrier, region } }) => [JSON.stringify([carrier, region]), { carrier, region }]));
	if (places.size > PLACES_MAX) return [];
	return [...places.values()].map(({ carrier, region }) => ({
		carriers: (carrier ?? []).map((key) => ({ key, name: names.carrier(key) })),
		regions: (region ?? []).map((key) => ({ key, name: names.region(key) })),
	}));
}

/**
 * "Calm" always says what it rests on: on reports only while enough people spoke and nothing is above what is usual.
 * Silence, few people and doubt are never green. Of one `channel` the facts hold its counts alone.
 */
export function calmSaying(facts: StatusFacts, channel: Channel | null = null): Told {
	const { service, channels } = facts;
	const reporters = sumOf(channels.map((one) => one.dayReporters));
	const arrived = sumOf(channels.map((one) => one.dayArrived));
	const failed = reporters - arrived;
	const failedNow = sumOf(channels.flatMap((one) => symptoms.filter(isFailing).map((symptom) => one.window[symptom])));
	if (reporters === 0) return resting("silence", { kind: "silence", service: service.name });
	if (isLookedInto(facts)) return resting("reports", { kind: "looked-into" });
	if (reporters < REPORTERS_MIN) return resting("few", { kind: "few", failed, reporters });
	if (failedNow >= REPORTERS_MIN && failedNow > 2 * expectedLately(facts, channel, WINDOW_MINUTES)) {
		return resting("doubt", { kind: "doubt", failed: failedNow, minutes: WINDOW_MINUTES, why: whyNoIncident(facts) });
	}
	if (arrived * 2 >= reporters) return resting("reports", { kind: "fine", arrived, reporters });
	return failed <= expectedLately(facts, channel, 24 * 60)
		? resting("reports", { kind: "ordinary", failed })
		: resting("doubt", { kind: "doubt", failed, minutes: null, why: whyNoIncident(facts) });
}

/** Failing reports that are ordinary in the last minutes; of the whole service where no channel is named, whatever it offers. */
export function expectedLately(
	{ service, expectation, readAt }: Pick<StatusFacts, "service" | "expectation" | "readAt">,
	channel: Channel | null,
	minutes: number,
): number {
	const slice = { service: [service.slug], region: null, carrier: null, channel: channel && [channel] };
	return expectation.of(slice, plus(readAt, -minutes * MINUTE_MS), readAt);
}

/** A moderator retracted an incident, and nobody has said anything since. */
function isLookedInto({ incidents, lastReportAt }: StatusFacts): boolean {
	return incidents.some(
		(one) => one.closedAt === null && one.dismissedAt !== null && (lastReportAt === null || lastReportAt <= one.dismissedAt),
	);
}

function whyNoIncident({ incidents }: StatusFacts): WhyNoIncident {
	const ended = incidents.filter((one) => one.state === "resolved");
	if (ended.some((one) => one.closedAt === null)) return { kind: "ended" };
	const last = ended.reduce<Date | null>((latest, { startedAt }) => (latest === null || startedAt > latest ? startedAt : latest), null);
	return last === null ? { kind: "not-yet" } : { kind: "over", startedAt: last.toISOString() };
}

function resting(restsOn: Told["restsOn"], says: Saying): Told {
	return { says, restsOn };
}

function sumOf(counts: readonly number[]): number {
	return counts.reduce((sum, one) => sum + one, 0);
}
