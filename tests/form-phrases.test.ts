// The form's words in every language: whole, in its own words, with each plural, and countries as their readers name them.
import { describe, expect, test } from "vitest";
import { checks, type FormPhrases, toldRefusals } from "../components/form-phrases";
import { formPhrasesIn } from "../components/form-speeches";
import { refusalWords } from "../components/refusal-words";
import { speechIn } from "../components/speeches";
import { countriesIn } from "../lib/countries";
import { addressIn, languages } from "../lib/languages";
import { isSaying } from "../lib/parse-saying";
import { refusals } from "../lib/refusal";
import { channels } from "../lib/report";
import { sentenceOf } from "../lib/telling";

/** One of each category that any of our languages has. */
const numbers = [0, 1, 2, 3, 11, 100];

/** All that a form is ever asked to say, by where it stands. */
function allSaid(phrases: object, path = ""): [string, string][] {
	return Object.entries(phrases).flatMap(([name, value]): [string, string][] => {
		const here = path === "" ? name : `${path}.${name}`;
		if (value === null) return [];
		if (typeof value === "string") return [[here, value]];
		if (typeof value === "function") return saidOf(here, value);
		return allSaid(value, here);
	});
}

const counting = ["againIn", "clock.agrees", "clock.isOff"];

function saidOf(here: string, say: (...given: unknown[]) => string): [string, string][] {
	if (!counting.includes(here)) return [[here, say("Example", "14:05")]];
	return numbers.map((number) => [`${here} ${number}`, say(number)]);
}

describe.each(languages)("the form in %s", async (language) => {
	const phrases: FormPhrases = await formPhrasesIn(language);
	const english = new Map(allSaid(await formPhrasesIn("en")));
	const said = allSaid(phrases);
	const { last } = (await speechIn(language)).phrases;

	test("says everything, whole and in its own words", () => {
		expect(said.length).toBeGreaterThan(120);
		for (const [where, words] of [...said, ...allSaid(last, "last")]) {
			expect(words, where).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|\[object|#|^\s|\s$| {2}|\(\)/u);
			// A word may be the same in two languages, a sentence may not.
			if (language !== "en" && words.split(" ").length > 2) expect(words, where).not.toBe(english.get(where));
		}
	});

	test("names what it is given, and writes figures in Latin digits", () => {
		for (const [where, words] of said) {
			if (english.get(where)?.includes("Example")) expect(words, where).toContain("Example");
			if (english.get(where)?.includes("14:05")) expect(words, where).toContain("14:05");
			expect(words, where).not.toMatch(/(?!\d)\p{Nd}/u);
		}
	});

	test("tells every channel, every symptom and every check apart", () => {
		for (const table of [phrases.channels, phrases.symptoms]) {
			const names = Object.values(table).map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
		}
		expect(new Set(checks.map(({ name }) => phrases.checks[name].title)).size).toBe(checks.length);
	});

	test("says what to do of every refusal, and what the refusal names", () => {
		for (const word of toldRefusals) expect(refusalWords({ word }, phrases, language)).toEqual(phrases.refusals[word]);
		expect(refusalWords({ word: "forbidden" }, phrases, language)).toEqual(phrases.refused);
		const unknown = refusalWords({ word: "unknown-service", names: ["x", "xbox"] }, phrases, language).text;
		expect(unknown).toMatch(/x.*xbox/);
		const unsupported = refusalWords({ word: "unsupported-channel", names: ["sms", "key"] }, phrases, language).text;
		for (const channel of ["sms", "key"] as const) expect(unsupported).toContain(phrases.channels[channel].name);
		if (language !== "en") for (const word of toldRefusals) expect(phrases.refusals[word].title).not.toBe(refusals[word].title);
	});

	test("counts in the form that each number asks for", () => {
		const rules = new Intl.PluralRules(language);
		const forms = new Map(numbers.map((number) => [rules.select(number), phrases.againIn(number).replace(/\d+/, "#")]));
		expect(forms.size).toBe(
			rules.resolvedOptions().pluralCategories.filter((category) => numbers.some((one) => rules.select(one) === category)).length,
		);
		for (const [category, form] of forms) expect(form.length, category).toBeGreaterThan(3);
	});

	test("names countries as its readers do, in its order, by the same codes", () => {
		const given = [
			{ code: "DE", name: "Germany" },
			{ code: "AT", name: "Austria" },
			{ code: "XK", name: "Kosovo" },
		];
		const countries = countriesIn(language, given);
		const names = new Intl.DisplayNames([language], { type: "region" });
		expect(countries.map(({ code }) => code).sort()).toEqual(["AT", "DE", "XK"]);
		expect(countries.find(({ code }) => code === "DE")?.name).toBe(names.of("DE"));
		const { compare } = new Intl.Collator(language);
		expect(countries.map(({ name }) => name)).toEqual(countries.map(({ name }) => name).sort(compare));
	});
});

test.each([
	[1, "دقيقة واحدة"],
	[2, "دقيقتين"],
	[3, "3 دقائق"],
	[11, "11 دقيقة"],
	[100, "100 دقيقة"],
])("in %d minutes Arabic says %s", async (minutes, words) => {
	expect((await formPhrasesIn("ar")).againIn(minutes)).toContain(words);
});

test.each([
	["/report", "/report?lang=de"],
	["/report?service=x", "/report?service=x&lang=de"],
	["/services/x#do", "/services/x?lang=de#do"],
])("the address %s in German is %s", (address, named) => {
	expect(addressIn(address, "de")).toBe(named);
});

describe("a saying that was kept, or came back from a browser", () => {
	const where = [{ carriers: [], regions: [{ key: "DE", name: "Germany" }] }];
	const window = { channel: "sms", minutes: 30 };
	test.each<object>([
		{ kind: "nobody-new", ...window, where: null },
		{ kind: "all-came", ...window, where, answered: 3 },
		{ kind: "trouble", ...window, failed: 1, answered: 3 },
		{ kind: "silence", service: "X" },
		{ kind: "looked-into" },
		{ kind: "doubt", failed: 3, minutes: null, why: { kind: "over", startedAt: "2026-11-25T14:05:00Z" } },
	])("is read when every language can say it: %j", async (saying) => {
		if (!isSaying(saying)) throw new Error("not read");
		for (const language of languages) expect(sentenceOf(saying, (await speechIn(language)).book).length).toBeGreaterThan(5);
	});

	test.each<unknown>([
		null,
		[],
		"fine",
		{},
		{ kind: "constructor" },
		{ kind: "trouble", channel: "pigeon", minutes: 30, failed: 1, answered: 3 },
		{ kind: "trouble", ...window, failed: -1, answered: 3 },
		{ kind: "nobody-new", ...window, where: [{ carriers: null, regions: [] }] },
		{ kind: "doubt", failed: 3, minutes: null, why: { kind: "over", startedAt: "soon" } },
		{ kind: "silence", service: "a".repeat(1_000) },
	])("is nothing when it is not one of ours: %j", (claim) => {
		expect(isSaying(claim)).toBe(false);
	});

	test("speaks of a channel that exists", () => {
		for (const channel of channels) expect(isSaying({ kind: "trouble", channel, minutes: 30, failed: 1, answered: 3 })).toBe(true);
	});
});
