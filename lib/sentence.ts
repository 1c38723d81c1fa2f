// In which sentence is a status told? One that could be read out over the phone: who, of how many, in which time, what
// they did not get; or what "calm" rests on. Pure, English; the words themselves stand in lib/words.ts.
import { expectedIn } from "./detect/prior";
import { isFailing, symptoms } from "./report";
import { type ChannelStatus, type StatusFacts, WINDOW_MINUTES } from "./status";
import { channelWords, clockTime, people, usually } from "./words";

/** People in a day whose word is enough to rest "calm" on. */
export const REPORTERS_MIN = 5;

export function troubleSentence(worst: ChannelStatus): { sentence: string; restsOn: "incident" } {
	const { code } = channelWords[worst.channel];
	const who = `${worst.answered === 1 ? "1 person" : `${worst.answered} people`} who tried in the last ${worst.windowMinutes} minutes`;
	if (worst.answered === 0)
		return {
			sentence: `People could not get their ${code}; nobody has tried in the last ${worst.windowMinutes} minutes.`,
			restsOn: "incident",
		};
	const isMissing = worst.missing * 2 >= worst.failed;
	const told = isMissing ? `${worst.missing} of ${who} got no ${code}.` : `${worst.failed} of ${who} had trouble with their ${code}.`;
	return { sentence: told, restsOn: "incident" };
}

export function troubleFacts(worst: ChannelStatus, since: Date | null): string {
	const started = since === null ? "" : ` Started about ${clockTime(since)}.`;
	return `Usually ${usually(worst.expected)}.${started}`;
}

/** "Calm" always says what it rests on. */
export function calmSentence({ service, channels, incidents, model }: StatusFacts): { sentence: string; restsOn: "reports" | "silence" } {
	const reporters = channels.reduce((sum, one) => sum + one.dayReporters, 0);
	const arrived = channels.reduce((sum, one) => sum + one.dayArrived, 0);
	const usual = expectedIn(model, service.channels, 24 * 60);
	if (reporters === 0) return { sentence: `Nobody has reported anything about ${service.name} in the last 24 hours.`, restsOn: "silence" };
	if (incidents.some((one) => one.state === "dismissed" && one.closedAt === null)) {
		return { sentence: "We looked into the latest reports and found no sign of a fault.", restsOn: "reports" };
	}
	if (reporters < REPORTERS_MIN) {
		return {
			sentence: `No sign of trouble, but only ${people(reporters)} spoke of ${service.name} in the last 24 hours.`,
			restsOn: "silence",
		};
	}
	const failedNow = channels
		.flatMap((one) => symptoms.filter(isFailing).map((symptom) => one.window[symptom]))
		.reduce((sum, count) => sum + count, 0);
	if (failedNow >= REPORTERS_MIN && failedNow > 2 * expectedIn(model, service.channels, WINDOW_MINUTES)) {
		const sentence = `${people(failedNow)} had trouble in the last ${WINDOW_MINUTES} minutes; so far it does not add up to an incident.`;
		return { sentence, restsOn: "reports" };
	}
	if (arrived * 2 >= reporters) {
		return { sentence: `No sign of trouble: ${arrived} of ${people(reporters)} got their code in the last 24 hours.`, restsOn: "reports" };
	}
	if (reporters - arrived <= usual) {
		return {
			sentence: `Nothing unusual: ${people(reporters - arrived)} had trouble in the last 24 hours, as on any day.`,
			restsOn: "reports",
		};
	}
	return {
		sentence: `${people(reporters - arrived)} had trouble in the last 24 hours; it does not add up to an incident.`,
		restsOn: "reports",
	};
}
