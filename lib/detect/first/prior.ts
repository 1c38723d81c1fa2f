// What is ordinary before there is any history? Fixed priors per channel, so that the first outage of the first day is
// found and is not learnt as normal. Every instance starts here; a fitted baseline will take over per slice.
import { type Channel, channels, isPossible } from "../../report";

export type Model = {
	/** Named by every verdict that used it. */
	name: string;
	/** Thinned failing reports a minute of one service, by channel. */
	rate: Record<Channel, number>;
	/** Dispersion φ of the negative binomial: variance = μ + φ μ². */
	dispersion: number;
	/** Share of people who answer that failed, on an ordinary day: only those with trouble come here. */
	failedShare: number;
	/** Slices searched at once: services × channels they offer. The price of looking everywhere. */
	slices: number;
	/** Nats a score must exceed to open. */
	threshold: number;
};

/**
 * Failing reports a minute of a middling service. About 9,000 reports a day over 120 services is the size the method was
 * measured at (bench/detection); a third of them failing and not thinned gives 25 a service and day, most by SMS.
 */
const COLD_START_RATE: Record<Channel, number> = {
	sms: 0.012,
	email: 0.006,
	call: 0.002,
	push: 0.002,
	authenticator: 0.002,
	messenger: 0.002,
	backup: 0.001,
	key: 0.001,
};

/** People come in clusters, not one by one: φ = 1 is wider than any channel measured with bench/detection. */
const COLD_START_DISPERSION = 1;
/** Before anybody has told us better: half of those who speak have trouble. */
const COLD_START_FAILED_SHARE = 0.5;
/** False alarms a day ≈ R·e^−h; R ≈ 500 was measured at 9,000 reports a day (DETECTION: threshold). */
export const LOOKS_A_DAY = 500;
/**
 * 120 services with five channels each, the size R was measured at. A score can only jump when somebody reports, so a
 * longer list of services nobody speaks of adds no looks, and must not make the ones they do speak of harder to find.
 */
export const SLICES_MEASURED = 600;

/** The cold-start model of an instance that watches these services and wants so many false alarms a day. */
export function coldStart(services: readonly { channels: readonly Channel[] }[], falseAlarmsPerDay: number): Model {
	const slices = services.flatMap((service) => channels.filter((channel) => isPossible(channel, service.channels))).length;
	return {
		name: `cold-start-1/${falseAlarmsPerDay}`,
		rate: COLD_START_RATE,
		dispersion: COLD_START_DISPERSION,
		failedShare: COLD_START_FAILED_SHARE,
		slices: Math.min(Math.max(1, slices), SLICES_MEASURED),
		threshold: Math.log(LOOKS_A_DAY / falseAlarmsPerDay),
	};
}

/** Thinned failing reports usual for a service on one channel, or on all it has, in so many minutes. */
export function expectedIn(model: Model, offered: readonly Channel[], minutes: number): number {
	return channels.reduce((sum, channel) => (offered.includes(channel) ? sum + model.rate[channel] * minutes : sum), 0);
}
