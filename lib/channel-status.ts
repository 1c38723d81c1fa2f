// What is told of one channel of a service? Its people of the window, what is usual, whether an incident covers it, and what its
// calm rests on: the rule of the whole service, asked of this channel alone.
import { en } from "./phrasebook/en";
import { type Channel, channels, isFailing, symptoms } from "./report";
import { calmSaying, expectedLately, whereOf } from "./sentence";
import { type ChannelStatus, type Rest, type StatusFacts, type StatusIncident, WINDOW_MINUTES } from "./status";

/** What the service offers, and whatever else people speak of or an incident covers. */
export function shownChannels(facts: StatusFacts, open: readonly StatusIncident[]): readonly Channel[] {
	const spoken = facts.channels.filter((one) => one.dayReporters > 0).map((one) => one.channel);
	const covered = open.flatMap((one) => one.slice.channel ?? []);
	return channels.filter((channel) => [...facts.service.channels, ...spoken, ...covered].includes(channel));
}

export function channelStatusOf(channel: Channel, facts: StatusFacts, open: readonly StatusIncident[]): ChannelStatus {
	const counts = facts.channels.find((one) => one.channel === channel)?.window;
	const covering = open.filter((one) => covers(one, channel));
	const state = covering.some((one) => one.state === "confirmed") ? "failing" : covering.length > 0 ? "raised" : "calm";
	const failed = counts ? symptoms.filter(isFailing).reduce((sum, symptom) => sum + counts[symptom], 0) : 0;
	const answered = failed + (counts?.arrived ?? 0);
	const expected = expectedLately(facts, channel, WINDOW_MINUTES);
	const restsOn = covering.length > 0 ? "incident" : channelRest({ channel, failed, answered }, facts);
	const where = whereOf(covering, facts.names);
	return {
		...nothingOf(channel),
		state,
		restsOn,
		failed,
		missing: counts?.missing ?? 0,
		answered,
		expected,
		where,
		place: where && en.place(where),
	};
}

/**
 * What a channel's calm rests on: the service's own rule, asked of this channel alone. Green besides wants somebody who got
 * a code by it today, and not only failures just now: a channel few people use may fail for all of them.
 */
function channelRest({ channel, failed, answered }: Pick<ChannelStatus, "channel" | "failed" | "answered">, facts: StatusFacts): Rest {
	const own = facts.channels.filter((one) => one.channel === channel);
	const { restsOn } = calmSaying({ ...facts, channels: own, incidents: facts.incidents.filter((one) => covers(one, channel)) }, channel);
	const isProved = own.some((one) => one.dayArrived > 0) && (answered === 0 || failed < answered);
	return restsOn === "reports" && !isProved ? "few" : restsOn;
}

export function covers(incident: StatusIncident, channel: Channel): boolean {
	return incident.slice.channel === null || incident.slice.channel.includes(channel);
}

export function nothingOf(channel: Channel): Omit<ChannelStatus, "state" | "restsOn"> {
	return { channel, failed: 0, missing: 0, answered: 0, expected: 0, windowMinutes: WINDOW_MINUTES, where: null, place: null };
}
