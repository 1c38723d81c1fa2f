// What a person should do meanwhile, and what is held back because it may be failing too.
import { expect, test } from "vitest";
import { adviceFor } from "../lib/advice";
import { channels } from "../lib/report";
import type { ChannelStatus } from "../lib/status";
import { aService, aStatus } from "./world/makers";

const everything = aService({ channels });
const reading = (given: Partial<ChannelStatus>): ChannelStatus => ({
	channel: "email",
	state: "calm",
	failed: 0,
	missing: 0,
	answered: 0,
	expected: 0.1,
	windowMinutes: 30,
	restsOn: "reports",
	where: null,
	place: null,
	...given,
});

test("while nothing fails there is nothing to advise", () => {
	expect(adviceFor(aStatus({ worst: null }), everything)).toEqual([]);
});

test("first: don't sign out; then the ways round, the safest first; last: don't keep asking", () => {
	const advice = adviceFor(aStatus(), everything);
	expect(advice.map((one) => one.channel)).toEqual(["sms", "key", "authenticator", "email", "push", "backup", "sms"]);
	expect(advice[0]?.deed).toBe("If you are still signed in anywhere, don’t sign out.");
	expect(advice.at(-1)?.deed).toBe("Don’t keep asking for a new code.");
	expect(advice.every((one) => one.withheld === null)).toBe(true);
});

test("nobody is sent to what the service has not, or to the channel that fails", () => {
	const advice = adviceFor(aStatus({ worst: "email" }), aService({ channels: ["sms", "email", "backup"] }));
	expect(advice.map((one) => one.channel)).toEqual(["email", "backup", "email"]);
});

test.each(["raised", "failing"] as const)("a way round that is %s is held back, and says why", (state) => {
	const channelStatuses = [reading({ state, failed: 6, answered: 9 })];
	const advice = adviceFor(aStatus({ channels: channelStatuses }), everything);
	const email = advice.find((one) => one.channel === "email");
	expect(email?.withheld).toBe("We are holding this back: 6 of 9 people report trouble with their e-mail code too.");
	expect(advice.filter((one) => one.withheld !== null)).toHaveLength(1);
});

test("a way round on which nobody has tried lately is held back without a count of nobody", () => {
	const advice = adviceFor(aStatus({ channels: [reading({ state: "raised" })] }), everything);
	expect(advice.find((one) => one.channel === "email")?.withheld).toBe(
		"We are holding this back: an incident is open on e-mail codes too.",
	);
});

test.each([
	["five answered and most had their code", { answered: 5, failed: 2 }, " It worked for 3 of 5 people in the last 30 minutes."],
	["half of them had it", { answered: 6, failed: 3 }, " It worked for 3 of 6 people in the last 30 minutes."],
	["four answered", { answered: 4, failed: 0 }, ""],
	["most of them failed", { answered: 6, failed: 4 }, ""],
])("a way round says that it works when %s", (_when, given, sentence) => {
	const advice = adviceFor(aStatus({ channels: [reading(given)] }), everything);
	expect(advice.find((one) => one.channel === "email")?.text).toBe(`Look in the spam folder too.${sentence}`);
});
