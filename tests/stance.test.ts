// What a vendor has said: which notes of it are taken, and how long it was silent.
import { describe, expect, test } from "vitest";
import { type StanceValue, stanceValues } from "../lib/incident";
import { isRefusal } from "../lib/refusal";
import { parseStance, silenceOf, stretchesOf, untilOf } from "../lib/stance";
import { minutesAfter, noon } from "./world/makers";

const now = minutesAfter(noon, 60);
const typed = { value: "admitted", at: "2022-11-14T12:20", url: "https://x.example/said" };
const answer = (given: Partial<typeof typed>) => {
	const parsed = parseStance({ ...typed, ...given }, noon, now);
	return isRefusal(parsed) ? (parsed.errors?.[0]?.field ?? parsed.word) : "taken";
};

describe("a stance", () => {
	test.each(stanceValues)("%s is taken with its link", (value) => {
		expect(parseStance({ ...typed, value }, noon, now)).toEqual({ value, at: minutesAfter(noon, 20), url: typed.url });
	});

	test.each(stanceValues)("%s needs a link, unless nothing was said", (value) => {
		expect(answer({ value, url: " " })).toBe(value === "silent" ? "taken" : "url");
	});

	test.each([
		["value", { value: "sorry" }],
		["at", { at: "yesterday" }],
		["at", { at: "" }],
		["url", { url: "http://x.example/said" }],
		["url", { url: "javascript:alert(1)" }],
		["url", { value: "silent", url: "said" }],
		["url", { url: "https://me:secret@x.example/" }],
		["url", { url: `https://x.example/${"x".repeat(500)}` }],
		["from-the-future", { at: "2022-11-14T13:00:01" }],
		["taken", { at: "2022-11-14T13:00:00" }],
		["taken", { at: "2022-11-13T12:00:00" }],
		["at", { at: "2022-11-13T11:59:59" }],
		["taken", { at: "2022-11-14T12:20:00Z" }],
	] as const)("comes to %s for %o", (wanted, given) => expect(answer(given)).toBe(wanted));
});

type Said = readonly [minute: number, value: StanceValue];

const spoken = (...stance: readonly Said[]) => ({
	startedAt: noon.toISOString(),
	stance: stance.map(([minute, value]) => ({ at: minutesAfter(noon, minute).toISOString(), value, url: null, by: "moderator" })),
});

test("the silence lasts from the first report to the first word", () => {
	expect(silenceOf(spoken())).toBeNull();
	expect(silenceOf(spoken([5, "silent"]))).toBeNull();
	expect(silenceOf(spoken([5, "silent"], [163, "partly_acknowledged"], [170, "fixed"]))).toBe(163 * 60_000);
	expect(silenceOf(spoken([-5, "admitted"]))).toBe(0);
});

test("a bar has no gaps, joins what is the same, and leaves out what lies before the start", () => {
	const until = minutesAfter(noon, 60).toISOString();
	const minutes = (...stance: readonly Said[]) =>
		stretchesOf(spoken(...stance), until).map(({ value, from, to }) => [
			value,
			(Date.parse(from) - noon.getTime()) / 60_000,
			(Date.parse(to) - noon.getTime()) / 60_000,
		]);
	expect(minutes()).toEqual([["silent", 0, 60]]);
	expect(minutes([10, "silent"], [20, "denied"], [25, "denied"], [40, "fixed"])).toEqual([
		["silent", 0, 20],
		["denied", 20, 40],
		["fixed", 40, 60],
	]);
	expect(minutes([-10, "admitted"])).toEqual([["admitted", 0, 60]]);
});

test("a bar ends now, at the end, or after what was said later", () => {
	const minute = (endedAt: string | null, ...stance: readonly Said[]) =>
		(Date.parse(untilOf({ ...spoken(...stance), endedAt }, now.toISOString())) - noon.getTime()) / 60_000;
	expect(minute(null)).toBe(60);
	expect(minute(minutesAfter(noon, 30).toISOString())).toBe(30);
	expect(minute(minutesAfter(noon, 30).toISOString(), [40, "admitted"])).toBe(44);
});
