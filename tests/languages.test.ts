// Which language somebody is spoken to in, and whether every language can say all there is to say.
import { describe, expect, test } from "vitest";
import { adviceFor } from "../lib/advice";
import { directionOf, type Language, languageOf, languages, pluralCategories } from "../lib/languages";
import type { OfChannel } from "../lib/phrasebook";
import { phrasebooks } from "../lib/phrasebooks";
import { channels } from "../lib/report";
import type { Saying, Where } from "../lib/saying";
import { factsOf, sentenceOf } from "../lib/telling";
import { aService, aStatus } from "./world/makers";

describe("the language somebody is spoken to in", () => {
	test.each([
		["de", "", "de"],
		["DE", "", "de"],
		["pt-br", "", "pt-BR"],
		["pt", "", "pt-BR"],
		["pt-PT", "", "pt-BR"],
		["xx", "fr", "fr"],
		[null, "fr-CH, fr;q=0.9, en;q=0.8", "fr"],
		[null, "sw, ar-EG;q=0.5", "ar"],
		[null, "sw", "en"],
		[null, "*", "en"],
		[null, "", "en"],
		["", "ja", "ja"],
		["../en", "tr;q=1", "tr"],
		[null, `${"xx,".repeat(100_000)}de`, "en"],
	])("asked for %j by a browser that takes %j is %s", (asked, accepted, language) => {
		expect(languageOf(asked, accepted)).toBe(language);
	});

	test("is written as its script is", () => {
		for (const language of languages) {
			const { direction } = textOf(language);
			expect(directionOf(language)).toBe(direction);
		}
	});

	test("has a form for each of its plurals, as CLDR has them", () => {
		for (const language of languages) {
			const rules = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
			expect([...pluralCategories[language]].sort()).toEqual([...rules].sort());
		}
	});
});

/** Node knows it; the types of this version do not yet. */
function textOf(language: Language): { direction: string } {
	const locale: object = new Intl.Locale(language);
	if ("textInfo" in locale && typeof locale.textInfo === "object" && locale.textInfo && "direction" in locale.textInfo)
		return { direction: String(locale.textInfo.direction) };
	throw new Error("this Node does not know how a language is written");
}

const germany: Where = [{ carriers: [{ key: "us-t-mobile", name: "T-Mobile (US)" }], regions: [{ key: "DE", name: "Germany" }] }];
const ofWindow = { channel: "sms", minutes: 30 } as const;
const why = [{ kind: "ended" }, { kind: "not-yet" }, { kind: "over", startedAt: "2026-11-25T14:05:00Z" }] as const;

const sayings: readonly Saying[] = [
	{ kind: "nobody-new", where: null, ...ofWindow },
	{ kind: "nobody-new", where: germany, ...ofWindow },
	{ kind: "nobody-new", where: [], ...ofWindow },
	{ kind: "all-came", where: null, answered: 17, ...ofWindow },
	{ kind: "all-came", where: germany, answered: 1, ...ofWindow },
	...channels.map((channel) => ({ kind: "none-came", missing: 41, answered: 58, ...ofWindow, channel }) as const),
	...channels.map((channel) => ({ kind: "trouble", failed: 41, answered: 58, ...ofWindow, channel }) as const),
	{ kind: "silence", service: "X" },
	{ kind: "looked-into" },
	{ kind: "few", failed: 0, reporters: 3 },
	{ kind: "few", failed: 2, reporters: 3 },
	...why.flatMap((one) => [30, null].map((minutes) => ({ kind: "doubt", failed: 12, minutes, why: one }) as const)),
	{ kind: "fine", arrived: 37, reporters: 40 },
	{ kind: "ordinary", failed: 6 },
	{ kind: "unknown", service: "X" },
];

const said: OfChannel = { channel: "email", service: "X", failed: 6, answered: 9, minutes: 30, where: germany };

/** All that a language is ever asked to say, as pairs of what and how. */
function allSaid(language: Language): Map<string, string> {
	const book = phrasebooks[language];
	const { widget } = book;
	const status = aStatus({
		since: "2026-11-25T14:05:00Z",
		channels: [
			{
				channel: "sms",
				state: "failing",
				restsOn: "incident",
				failed: 9,
				missing: 9,
				answered: 10,
				expected: 0.1,
				windowMinutes: 30,
				where: germany,
				place: "",
			},
			{
				channel: "email",
				state: "raised",
				restsOn: "incident",
				failed: 6,
				missing: 6,
				answered: 9,
				expected: 0.1,
				windowMinutes: 30,
				where: null,
				place: null,
			},
			{
				channel: "push",
				state: "raised",
				restsOn: "incident",
				failed: 0,
				missing: 0,
				answered: 0,
				expected: 0.1,
				windowMinutes: 30,
				where: null,
				place: null,
			},
			{
				channel: "backup",
				state: "calm",
				restsOn: "reports",
				failed: 1,
				missing: 0,
				answered: 8,
				expected: 7.4,
				windowMinutes: 30,
				where: null,
				place: null,
			},
		],
	});
	const unknown = aStatus({
		state: "unknown",
		worst: null,
		lastGood: { state: "calm", says: { kind: "fine", arrived: 37, reporters: 40 }, sentence: "", asOf: "2026-11-25T14:05:00Z" },
	});
	const pieces = [
		...sayings.map((one) => [`sentence ${JSON.stringify(one)}`, sentenceOf(one, book)]),
		["facts", factsOf(status, book)],
		["facts of unknown", factsOf(unknown, book)],
		["usually many", book.usually(7.4)],
		...adviceFor(status, aService({ channels }), book).flatMap(({ channel, deed, text, withheld }) =>
			[deed, text, withheld].flatMap((words, place) => (words === null ? [] : [[`advice ${channel} ${place}`, words]])),
		),
		...Object.entries({ ...book.states, ...book.quiet }),
		...(["failing", "raised", "fine", "silent", "doubt", "few", "unknown"] as const).map((kind) => [`widget ${kind}`, widget[kind](said)]),
		["widget few, nobody", widget.few({ ...said, answered: 0, failed: 0 })],
		["widget failing everywhere", widget.failing({ ...said, where: null })],
		...(["calm", "quiet", "cannotTell", "reportYours", "whatPeopleReport"] as const).map((kind) => [`widget ${kind}`, widget[kind]]),
		["title", widget.title("X")],
		["at", widget.at("14:05 UTC")],
	];
	return new Map(pieces.map(([what = "", how = ""]) => [what, how]));
}

describe.each(languages)("%s", (language) => {
	const all = allSaid(language);
	const english = allSaid("en");

	test("says everything, whole and in its own words", () => {
		for (const [what, how] of all) {
			expect(how, what).not.toMatch(/undefined|null|NaN|\[object|#|^\s|\s$| {2}|\(\)/u);
			expect(how.length, what).toBeGreaterThan(1);
			// A word may be the same in two languages, a sentence may not.
			if (language !== "en" && how.includes(" ")) expect(how, what).not.toBe(english.get(what));
		}
	});

	test("keeps the numbers, the time and the name of the service", () => {
		for (const [what, how] of all) {
			const numbers = (text: string) => new Set([...text.matchAll(/\d+(?::\d+)?/gu)].map(([number]) => number));
			const wanted = numbers(english.get(what) ?? "");
			// "One person" may be a word, and "in the last minute" needs no figure.
			for (const number of wanted) if (number !== "1") expect(numbers(how), `${what}: ${how}`).toContain(number);
			if (/\bX\b/.test(english.get(what) ?? "")) expect(how, what).toMatch(/X/);
		}
	});

	test("tells every channel apart", () => {
		const told = channels.map((channel) =>
			sentenceOf({ kind: "trouble", failed: 41, answered: 58, minutes: 30, channel }, phrasebooks[language]),
		);
		expect(new Set(told).size).toBe(channels.length);
	});

	test("writes figures in Latin digits, as codes are", () => {
		expect([...all.values()].join(" ")).not.toMatch(/(?!\d)\p{Nd}/u);
	});
});

test.each([
	[1, "شخص واحد"],
	[2, "شخصين"],
	[3, "3 أشخاص"],
	[11, "11 شخصًا"],
	[100, "100 شخص"],
	[103, "103 أشخاص"],
])("of %d people Arabic says %s", (answered, words) => {
	const sentence = sentenceOf({ kind: "trouble", failed: 1, answered, ...ofWindow }, phrasebooks.ar);
	expect(sentence).toContain(`من أصل ${words} ممن`);
});

test("a country is named as its readers name it, a carrier as it calls itself", () => {
	expect(phrasebooks.de.place(germany)).toBe("T-Mobile (US) und Deutschland");
	expect(phrasebooks.ja.place(germany)).toBe("T-Mobile (US)、ドイツ");
	expect(phrasebooks.es.place([{ carriers: [], regions: [{ key: "US-CA", name: "California (US)" }] }])).toBe("California (US)");
});
