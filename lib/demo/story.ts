// What would a believable day look like, and the evening of November 2022 in it? Lines as an import takes them, made
// from a seed and the time they lead up to: the same seed, the same day. Absent: the clock and the database.
import type { Channel, Flow, Symptom } from "../report";
import { DAY_MS, MINUTE_MS, plus } from "../time";

const BACKGROUND_PER_SERVICE = 240;
const FAILING_SHARE = 0.28;
/** Of a hundred who speak of a service with all of them, so many speak of each. */
const CHANNEL_SHARES: Partial<Record<Channel, number>> = { sms: 56, email: 20, authenticator: 9, push: 8, call: 7 };

type Line = { at: Date; text: string };
type Voice = { service: string; channel: Channel; symptom: Symptom; flow?: Flow };
/** So many reports of one voice, spread over a stretch of minutes before now. */
type Stretch = Voice & { from: number; to: number; count: number };

/** Services people speak of on any day, the busiest first. */
const services = "google whatsapp instagram amazon microsoft facebook x apple paypal telegram tiktok discord steam uber netflix coinbase";

const places: readonly [region: string, carriers: readonly string[]][] = [
	["US", ["us-t-mobile", "us-verizon", "us-att"]],
	["GB", ["gb-ee", "gb-o2", "gb-vodafone", "gb-three"]],
	["DE", ["de-telekom", "de-vodafone", "de-o2"]],
	["IN", ["in-airtel", "in-jio"]],
	["BR", ["br-vivo", "br-claro", "br-tim"]],
	["JP", ["jp-ntt-docomo", "jp-softbank"]],
];
const mailboxes = ["gmail.com", "outlook.com", "yahoo.com"];

/**
 * X: new accounts and log-ins get no text while the code for a data export comes; mail and authenticator work, and a few
 * backup codes are refused. Earlier PayPal's mails failed for an hour, and a rumour about Discord was nothing; just now a few
 * people wait for a call from Uber.
 */
const stretches: readonly Stretch[] = [
	{ service: "x", channel: "sms", symptom: "missing", flow: "log-in", from: 210, to: 0, count: 190 },
	{ service: "x", channel: "sms", symptom: "missing", flow: "sign-up", from: 210, to: 0, count: 110 },
	{ service: "x", channel: "sms", symptom: "late", flow: "log-in", from: 180, to: 0, count: 25 },
	{ service: "x", channel: "sms", symptom: "arrived", flow: "export", from: 200, to: 0, count: 22 },
	{ service: "x", channel: "email", symptom: "arrived", flow: "log-in", from: 200, to: 0, count: 34 },
	{ service: "x", channel: "authenticator", symptom: "arrived", flow: "log-in", from: 200, to: 0, count: 28 },
	{ service: "x", channel: "backup", symptom: "rejected", flow: "recovery", from: 190, to: 0, count: 7 },
	{ service: "x", channel: "backup", symptom: "arrived", flow: "recovery", from: 190, to: 0, count: 4 },
	{ service: "paypal", channel: "email", symptom: "missing", flow: "log-in", from: 660, to: 590, count: 90 },
	{ service: "uber", channel: "call", symptom: "missing", flow: "log-in", from: 30, to: 0, count: 15 },
	{ service: "discord", channel: "sms", symptom: "missing", flow: "log-in", from: 420, to: 395, count: 26 },
];

/** The lines of the day before `now`, in order of time. Told what a service offers. */
export function linesOf(now: Date, seed: number, offeredBy: (service: string) => readonly Channel[]): readonly Line[] {
	const chance = makeChance(seed);
	const day = services.split(" ").flatMap((service, rank) => {
		const spoken = spokenOf(offeredBy(service));
		return ordinaryTimes(now, BACKGROUND_PER_SERVICE / (1 + rank / 6), chance).map((at) => ordinary(service, spoken, at, chance));
	});
	const story = stretches.flatMap((stretch) =>
		Array.from({ length: stretch.count }, () => {
			const minutesAgo = stretch.to + (stretch.from - stretch.to) * chance();
			return lineOf(stretch, plus(now, -minutesAgo * MINUTE_MS), chance);
		}),
	);
	return [...day, ...story].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The channels of a service, each as often as people speak of it. */
function spokenOf(offered: readonly Channel[]): readonly Channel[] {
	return offered.flatMap((channel) => Array.from({ length: CHANNEL_SHARES[channel] ?? 0 }, () => channel));
}

/** An ordinary day: more people in the evening than before dawn. */
function ordinaryTimes(now: Date, count: number, chance: () => number): readonly Date[] {
	return Array.from({ length: Math.round(count) }, () => plus(now, -chance() * DAY_MS)).filter(
		(at) => chance() < 0.55 + 0.45 * Math.cos(((at.getUTCHours() - 18) / 24) * 2 * Math.PI),
	);
}

/** Most who speak had their code. */
function ordinary(service: string, spoken: readonly Channel[], at: Date, chance: () => number): Line {
	const symptom = chance() > FAILING_SHARE ? "arrived" : chance() < 0.7 ? "missing" : "late";
	return lineOf({ service, channel: oneOf(spoken, chance), symptom, flow: "log-in" }, at, chance);
}

/** One person on a network of their own or a shared one; one in seven does not say which carrier. */
function lineOf({ service, channel, symptom, flow }: Voice, at: Date, chance: () => number): Line {
	const [region, mobile] = oneOf(places, chance);
	const named: Partial<Record<Channel, readonly string[]>> = { sms: mobile, call: mobile, email: mailboxes };
	const carriers = named[channel];
	const carrier = chance() < 0.15 || !carriers ? null : oneOf(carriers, chance);
	const network = `${region} ${Math.floor(chance() * 4_000)}`;
	const reporter = String(Math.floor(chance() * 1e12));
	const waitedSeconds = waitOf(symptom, makeChance(Number(reporter) % 2 ** 32));
	const said = { at: at.toISOString(), service, region, carrier, channel, symptom, network, reporter, flow, waitedSeconds };
	return { at, text: JSON.stringify(said) };
}

/** Half of those whose code came say how long it took: in time is half a minute, late is a quarter of an hour, about. */
function waitOf(symptom: Symptom, chance: () => number): number | undefined {
	if ((symptom !== "arrived" && symptom !== "late") || chance() < 0.5) return undefined;
	const usual = symptom === "arrived" ? 30 : 900;
	return Math.round(usual * Math.exp(2.4 * (chance() - 0.5)));
}

function oneOf<One>(many: readonly One[], chance: () => number): One {
	const one = many[Math.floor(chance() * many.length)];
	if (one === undefined) throw new Error("there is nothing to choose from");
	return one;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function makeChance(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
