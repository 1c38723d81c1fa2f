// What is taken for ordinary before anybody has told us better? Fixed priors, in reports and reports a minute, so that an
// empty instance finds the first outage of its first day; every count that comes in weighs against them.
import type { Channel } from "../report";

export const PRIOR = {
	/**
	 * Failing reports a minute of a middling service. About 9,000 reports a day over 120 services is the size the method was
	 * measured at (bench/detection); a third of them failing and not thinned gives 25 a service and day, most by SMS.
	 */
	ratePerMinute: {
		sms: 0.012,
		email: 0.006,
		call: 0.002,
		push: 0.002,
		authenticator: 0.002,
		messenger: 0.002,
		backup: 0.001,
		key: 0.001,
	} satisfies Record<Channel, number>,
	/** Reports the prior rate of a service is worth. */
	serviceCount: 3,
	channelShare: {
		sms: 0.5,
		email: 0.25,
		call: 0.08,
		push: 0.08,
		authenticator: 0.08,
		messenger: 0.08,
		backup: 0.04,
		key: 0.04,
	} satisfies Record<Channel, number>,
	/** Reports the overall channel mix is worth. */
	channelWeight: 20,
	/** A region nobody has reported from has 5 of 20 reports: at first most people come from a few countries, and a share too
	 * small would make every country that speaks stand out from a service that fails everywhere. */
	regionCount: 5,
	regionWeight: 20,
	/** A carrier nobody has named has 3 of 10: of a country with three networks each has a third. */
	carrierCount: 3,
	carrierWeight: 10,
	/** Reports a service's or region's own shares are shrunk by towards the overall ones. */
	shareWeight: 10,
	/** Half of those who speak have trouble. */
	arrivedPerFailure: 1,
	arrivedWeight: 10,
	/** People come in clusters, not one by one: several times as wide as any dimension measured with bench/detection. */
	dispersion: {
		service: { passing: 0.5, lasting: 0.1 },
		region: { passing: 0.1, lasting: 0.05 },
		carrier: { passing: 0.1, lasting: 0.05 },
		channel: { passing: 0.1, lasting: 0.05 },
	},
	/** False alarms a day ≈ R·e^−h; R ≈ 500 over all shapes was measured at 9,000 reports a day (DETECTION: threshold). */
	looksPerDay: 500,
	/** The tail is a little longer than e^−h: what is ordinary is itself only known roughly. */
	decay: 0.9,
	/** Values among which a cold instance looks: the numbers the method was measured with. */
	choices: { service: 120, region: 12, carrier: { mobile: 24, mailbox: 6 }, channel: 4 },
} as const;
