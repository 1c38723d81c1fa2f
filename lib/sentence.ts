// In which sentence is a status told? One that could be read out over the phone: who, of how many, in which time, what
// they did not get; or what "calm" rests on. Pure, English; the words themselves stand in lib/words.ts.
import { isNarrowed, type Slice } from "./incident";
import { capital, type DisplayNames, joined, placeText } from "./incident-title";
import { type Channel, isFailing, symptoms } from "./report";
import { type ChannelStatus, type Status, type StatusFacts, WINDOW_MINUTES } from "./status";
import { MINUTE_MS, plus } from "./time";
import { channelWords, clockTime, figure, people, usually } from "./words";

/** People in a day whose word is enough to rest "calm" on. */
export const REPORTERS_MIN = 5;

/** From this share of the failures on, "got no code" says what happened; below it, "had trouble" does. */
const MISSING_SHARE_MIN = 2 / 3;

export type Told = Pick<Status, "sentence" | "restsOn">;

/** Of a channel that an open incident covers. */
export function troubleSentence({ channel, answered, failed, missing, windowMinutes, place }: ChannelStatus): Told {
	const { code } = channelWords[channel];
	const since = `in the last ${windowMinutes} minutes`;
	const there = place === null ? "" : ` ${place}`;
	if (answered === 0) return resting("incident", `People${there} could not get their ${code}; nobody new has spoken ${since}.`);
	if (failed === 0)
		return resting("incident", `${capital(people(answered))} who tried ${since} got their ${code}; before that, many${there} did not.`);
	const isMissing = missing >= failed * MISSING_SHARE_MIN;
	const who = `${people(answered)} who tried ${since}`;
	return resting(
		"incident",
		isMissing ? `${figure(missing)} of ${who} got no ${code}.` : `${figure(failed)} of ${who} had trouble with their ${code}.`,
	);
}

/** So many places are named; more are somewhere. */
const PLACES_MAX = 3;

/** Where incidents are, when every one is narrowed to somewhere: "in Germany and on T-Mobile (US)". */
export function onlyPlace(incidents: readonly { slice: Slice }[], names: DisplayNames): string | null {
	if (incidents.length === 0 || !incidents.every(({ slice }) => isNarrowed(slice))) return null;
	const places = [...new Set(incidents.map(({ slice }) => placeText(slice, names)))];
	return places.length > PLACES_MAX ? "in some places" : joined(places);
}

export function troubleFacts(worst: ChannelStatus, since: Date | null): string {
	const only = worst.place === null ? "" : `Only ${worst.place} so far; the numbers count everybody. `;
	const started = since === null ? "" : ` Started about ${clockTime(since)}.`;
	return `${only}Usually ${usually(worst.expected)}.${started}`;
}

/**
 * "Calm" always says what it rests on: on reports only while enough people spoke and nothing is above what is usual.
 * Silence, few people and doubt are never green. Of one `channel` the facts hold its counts alone.
 */
export function calmSentence(facts: StatusFacts, channel: Channel | null = null): Told {
	const { service, channels } = facts;
	const reporters = sumOf(channels.map((one) => one.dayReporters));
	const arrived = sumOf(channels.map((one) => one.dayArrived));
	const failedNow = sumOf(channels.flatMap((one) => symptoms.filter(isFailing).map((symptom) => one.window[symptom])));
	if (reporters === 0) return resting("silence", `Nobody has reported anything about ${service.name} in the last 24 hours.`);
	if (isLookedInto(facts)) return resting("reports", "We looked into the latest reports and found no sign of a fault.");
	if (reporters < REPORTERS_MIN) return resting("few", fewSentence(reporters, arrived));
	if (failedNow >= REPORTERS_MIN && failedNow > 2 * expectedLately(facts, channel, WINDOW_MINUTES)) {
		return resting("doubt", `${people(failedNow)} had trouble in the last ${WINDOW_MINUTES} minutes; ${whyNoIncident(facts)}.`);
	}
	if (arrived * 2 >= reporters) {
		return resting("reports", `No sign of trouble: ${figure(arrived)} of ${people(reporters)} got their code in the last 24 hours.`);
	}
	const failed = reporters - arrived;
	return failed <= expectedLately(facts, channel, 24 * 60)
		? resting("reports", `Nothing unusual: ${people(failed)} had trouble in the last 24 hours, as on any day.`)
		: resting("doubt", `${people(failed)} had trouble in the last 24 hours; ${whyNoIncident(facts)}.`);
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

function fewSentence(reporters: number, arrived: number): string {
	if (arrived === reporters) return `${capital(people(reporters))} spoke in the last 24 hours and got their code; too few to tell.`;
	return `${figure(reporters - arrived)} of ${people(reporters)} had trouble in the last 24 hours; too few to tell.`;
}

function whyNoIncident({ incidents }: StatusFacts): string {
	const ended = incidents.filter((one) => one.state === "resolved");
	if (ended.some((one) => one.closedAt === null)) return "a moderator has ended the incident";
	const last = ended.reduce<Date | null>((latest, { startedAt }) => (latest === null || startedAt > latest ? startedAt : latest), null);
	return last === null ? "so far it does not add up to an incident" : `the incident that began about ${clockTime(last)} seems to be over`;
}

function resting(restsOn: Told["restsOn"], sentence: string): Told {
	return { sentence, restsOn };
}

function sumOf(counts: readonly number[]): number {
	return counts.reduce((sum, one) => sum + one, 0);
}
