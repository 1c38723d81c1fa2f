import { capital, joined, placeText } from "../incident-title";
import type { Phrasebook } from "../phrasebook";
import type { Place, Where } from "../saying";
import { channelWords, clockTime, figure, people, quietWords, stateWords, usually } from "../words";

const named = (where: Where) => (where.length === 0 ? "in some places" : joined(where.map(placeOf)));
const there = (where: Where | null) => (where === null ? "" : ` ${named(where)}`);
const lately = (minutes: number) => `in the last ${minutes} minutes`;
const code = (said: { channel: keyof typeof channelWords }) => channelWords[said.channel].code;
const from = (said: { channel: keyof typeof channelWords; service: string }) => `${channelWords[said.channel].codes} from ${said.service}`;
const who = (said: { answered: number; minutes: number }) => `${people(said.answered)} who tried ${lately(said.minutes)}`;

export const en: Phrasebook = {
	language: "en",
	states: stateWords,
	quiet: quietWords,

	nobodyNew: (said) => `People${there(said.where)} could not get their ${code(said)}; nobody new has spoken ${lately(said.minutes)}.`,
	allCame: (said) => `${capital(who(said))} got their ${code(said)}; before that, many${there(said.where)} did not.`,
	noneCame: (said) => `${figure(said.missing)} of ${who(said)} got no ${code(said)}.`,
	trouble: (said) => `${figure(said.failed)} of ${who(said)} had trouble with their ${code(said)}.`,
	silence: ({ service }) => `Nobody has reported anything about ${service} in the last 24 hours.`,
	lookedInto: "We looked into the latest reports and found no sign of a fault.",
	few: ({ failed, reporters }) =>
		failed === 0
			? `${capital(people(reporters))} spoke in the last 24 hours and got their code; too few to tell.`
			: `${figure(failed)} of ${people(reporters)} had trouble in the last 24 hours; too few to tell.`,
	doubt: ({ failed, minutes, why }) =>
		`${people(failed)} had trouble ${minutes === null ? "in the last 24 hours" : lately(minutes)}; ${en.why(why)}.`,
	why(why) {
		if (why.kind === "ended") return "a moderator has ended the incident";
		if (why.kind === "not-yet") return "so far it does not add up to an incident";
		return `the incident that began about ${clockTime(new Date(why.startedAt))} seems to be over`;
	},
	fine: ({ arrived, reporters }) => `No sign of trouble: ${figure(arrived)} of ${people(reporters)} got their code in the last 24 hours.`,
	ordinary: ({ failed }) => `Nothing unusual: ${people(failed)} had trouble in the last 24 hours, as on any day.`,
	unknown: ({ service }) => `We cannot tell right now whether codes from ${service} arrive.`,

	place: named,
	only: (where) => `Only ${named(where)} so far; the numbers count everybody.`,
	usually: (expected) => `Usually ${usually(expected)}.`,
	started: (time) => `Started about ${time}.`,
	ourFault: "Something is wrong on our side, not necessarily on theirs.",
	lastReading: (time, sentence) => `The last reading, at ${time}, was: ${sentence}`,

	staySignedIn: {
		deed: "If you are still signed in anywhere, don’t sign out.",
		text: "Signing back in may need the code that isn’t coming.",
	},
	dontResend: {
		deed: "Don’t keep asking for a new code.",
		text: "A new code can cancel the one before it, and too many tries can lock you out. If you must, try once more in half an hour.",
	},
	fallbacks: {
		key: { deed: "Add a security key, if you can still reach your settings.", text: "It needs no code at all." },
		authenticator: {
			deed: "Add an authenticator app, if you can still reach your settings.",
			text: "Its codes are made on your phone; nobody has to deliver them.",
		},
		email: { deed: "If you are offered a code by e-mail, choose it.", text: "Look in the spam folder too." },
		push: { deed: "If you have the app on another device, approve the sign-in there.", text: "Only approve what you started yourself." },
		backup: { deed: "Use a backup code, if you saved some.", text: "Each works once. Keep one for later." },
	},
	works: ({ came, answered, minutes }) => `It worked for ${figure(came)} of ${people(answered)} ${lately(minutes)}.`,
	heldForIncident: (channel) => `We are holding this back: an incident is open on ${channelWords[channel].codes} too.`,
	heldForTrouble: (said) =>
		`We are holding this back: ${figure(said.failed)} of ${people(said.answered)} report trouble with their ${code(said)} too.`,

	widget: {
		title: (service) => `${service}: are codes arriving?`,
		calm: "Codes arrive as usual.",
		quiet: "Nobody reports trouble.",
		cannotTell: "We can’t tell right now.",
		demo: "Demo",
		at: (time) => `at ${time}`,
		reportYours: "Report yours",
		whatPeopleReport: "What people report",
		failing(said) {
			const place = said.where === null ? "" : `, everywhere; the fault is only${there(said.where)} so far`;
			return `${figure(said.failed)} of ${people(said.answered)} had trouble with ${from(said)} ${lately(said.minutes)}${place}.`;
		},
		raised: (said) => `${from(said)} may not be arriving${there(said.where)}.`,
		fine: (said) => `No sign of trouble with ${from(said)}.`,
		silent: (said) => `No reports about ${from(said)}.`,
		doubt: (said) => `More people than usual had trouble with ${from(said)} today; so far it does not add up to an incident.`,
		few: (said) =>
			said.answered === 0
				? `Too few people have spoken of ${from(said)} to tell.`
				: `${figure(said.failed)} of ${people(said.answered)} had trouble with ${from(said)}; too little to tell.`,
		unknown: (said) => `We cannot tell whether ${from(said)} arrive.`,
	},
};

/** "on T-Mobile (US) in the United States". */
function placeOf({ carriers, regions }: Place): string {
	const keys = (list: Place["carriers"]) => (list.length === 0 ? null : list.map(({ key }) => key));
	const names = new Map([...carriers, ...regions].map(({ key, name }) => [key, name]));
	const name = (key: string) => names.get(key) ?? key;
	return placeText(
		{ service: null, channel: null, carrier: keys(carriers), region: keys(regions) },
		{ service: name, carrier: name, region: name },
	);
}
