// How long somebody took to say something, in words: each first word, each silence, one and several concerned.
import { describe, expect, test } from "vitest";
import type { StanceValue } from "../lib/incident";
import { lagSentence, lagText } from "../lib/lag";
import { acknowledgementOf } from "../lib/stance";
import { aSlice, minutesAfter, noon } from "./world/makers";

type Said = readonly [minute: number, value: StanceValue];

const at = (minute: number) => minutesAfter(noon, minute).toISOString();
const names = { service: { x: "X", google: "Google" }, carrier: { "br-claro": "Claro (BR)" }, region: {} };

function told({
	said = [],
	slice = {},
	ended = null,
}: {
	said?: readonly Said[];
	slice?: Parameters<typeof aSlice>[0];
	ended?: number | null;
}) {
	const stance = said.map(([minute, value]) => ({ at: at(minute), value, url: null, by: "moderator" }));
	return { slice: aSlice(slice), names, startedAt: at(0), endedAt: ended === null ? null : at(ended), dismissedAt: null, stance };
}

describe("a first word", () => {
	test.each([
		["partly_acknowledged", 155, "X acknowledged part of it 2 h 35 min after people noticed."],
		["admitted", 1, "X admitted it 1 minute after people noticed."],
		["fixed", 60, "X said it was fixed 1 h after people noticed."],
		["denied", 20, "X denied it 20 minutes after people noticed."],
		["admitted", 0, "X admitted it before people noticed."],
		["admitted", -5, "X admitted it before people noticed."],
	] as const)("of %s after %i minutes", (value, minute, wanted) => {
		expect(lagSentence(told({ said: [[minute, value]] }), at(200))).toBe(wanted);
	});

	test("is not that somebody has noted a silence", () => {
		expect(
			lagSentence(
				told({
					said: [
						[5, "silent"],
						[30, "admitted"],
					],
				}),
				at(200),
			),
		).toBe("X admitted it 30 minutes after people noticed.");
	});

	test("that denied is followed by when it was owned to", () => {
		expect(
			lagSentence(
				told({
					said: [
						[20, "denied"],
						[302, "admitted"],
					],
				}),
				at(400),
			),
		).toBe("X denied it 20 minutes after people noticed, and acknowledged it after 5 h 2 min.");
		expect(acknowledgementOf(told({ said: [[20, "denied"]] }))).toBeNull();
	});
});

describe("a silence", () => {
	test.each([
		["that lasts, to now", {}, "X has said nothing that we know of, 3 h after people noticed."],
		[
			"of several services",
			{ slice: { service: ["x", "google"] } },
			"X and Google have said nothing that we know of, 3 h after people noticed.",
		],
		[
			"of a carrier",
			{ slice: { service: null, carrier: ["br-claro"] } },
			"Claro (BR) has said nothing that we know of, 3 h after people noticed.",
		],
		[
			"of nobody in particular",
			{ slice: { service: null, region: ["US"] } },
			"Those concerned have said nothing that we know of, 3 h after people noticed.",
		],
		["that was to the end", { ended: 69 }, "X said nothing that we know of while it lasted, 1 h 9 min."],
	] as const)("%s", (_what, given, wanted) => expect(lagSentence(told(given), at(180))).toBe(wanted));

	test("in a list has no length while it lasts", () => {
		expect(lagSentence(told({}), null)).toBe("X has said nothing that we know of.");
		expect(lagSentence(told({ ended: 69 }), null)).toBe("X said nothing that we know of while it lasted, 1 h 9 min.");
	});
});

test("a lag without a name says how long", () => {
	expect([lagText(0), lagText(9_300_000)]).toEqual(["before people noticed", "2 h 35 min after people noticed"]);
});
