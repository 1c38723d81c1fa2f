// Stories told as report lines, through the whole pipeline: what is found, how it is named, and that it is found again.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeReplay, type ReportLine, readReportLine } from "@/lib/replay";
import { COLD, many, replayed, report } from "./world/lines";

const services = ["google", "apple", "whatsapp", "uber", "paypal", "x"];
const serviceOf = (index: number) => services[index % services.length] ?? "x";

describe("a carrier fails and others' customers cannot reach it", () => {
	const failing = many(120, 0.25, (index) => ({ carrier: "t-mobile", service: serviceOf(index) }));
	const calling = many(12, 2.5, (index) => ({ carrier: index % 2 ? "verizon" : "att", service: serviceOf(index * 5) }), 1_000);

	test("only the first is named", () => {
		const found = replayed([...failing, ...calling]);
		expect(found.map(({ slice }) => slice.carrier)).toContainEqual(["t-mobile"]);
		expect(found.flatMap(({ slice }) => slice.carrier ?? [])).not.toContain("verizon");
		expect(found.flatMap(({ slice }) => slice.carrier ?? [])).not.toContain("att");
	});

	test("three network prefixes behind the whole carrier still open it", () => {
		const said = (index: number) => ({ carrier: "t-mobile", service: `service-${index % 24}`, network: `nat${(index * 7) % 3}` });
		const atHome = many(20, 1, (index) => ({ carrier: "t-mobile", service: serviceOf(index) }), 2_000);
		expect(replayed([...many(160, 0.125, said), ...atHome]).map(({ slice }) => slice.carrier)).toContainEqual(["t-mobile"]);
	});
});

describe("on the first day", () => {
	const regions = ["us", "gb", "de", "fr", "in", "br", "jp"];
	const regionOf = (index: number) => regions[index % regions.length] ?? "us";
	const signUps = many(30, 1, (index) => ({ service: "x", region: regionOf(index), flow: "sign-up" }));

	test("sign-up codes of one service that stop by SMS are that service's SMS, though export codes arrive", () => {
		const exports = many(3, 8, (index) => ({ service: "x", region: regionOf(index), flow: "export", symptom: "arrived" }), 500);
		const [incident] = replayed([...signUps, ...exports]);
		expect(incident?.slice).toEqual({ service: ["x"], region: null, carrier: null, channel: ["sms"] });
	});

	test("an outage ends when reports stop, and is not learnt as ordinary", () => {
		const nextDay = signUps.map((line, index) => ({
			...line,
			at: new Date(Date.parse(line.at) + 86_400_000).toISOString(),
			reporter: `q${index}`,
		}));
		const [first, second] = replayed([...signUps, ...nextDay, report(3_000, 9_999, { service: "uber" })]);
		expect(first).toMatchObject({ state: "resolved" });
		expect(second?.slice.service).toEqual(["x"]);
	});

	test("a few people are no incident", () => {
		expect(replayed(many(4, 1, () => ({ service: "x" })))).toEqual([]);
	});

	test("one network is no incident, however many speak from it", () => {
		expect(replayed(many(60, 0.5, () => ({ service: "x", network: "one" })))).toEqual([]);
	});
});

describe("news of a service", () => {
	test("brings failures and successes alike and opens nothing", () => {
		const failed = many(40, 1, () => ({ service: "x" }));
		const came = many(40, 1, () => ({ service: "x", symptom: "arrived" }), 500);
		expect(replayed([...failed, ...came])).toEqual([]);
	});
});

test("everything at once is a surge of reports: one incident that turns no service and is never confirmed", () => {
	const all = many(1_600, 0.025, (index) => ({ service: `service-${index % 60}`, region: `region-${index % 11}`, carrier: null }));
	const found = replayed(all);
	expect(found.map(({ slice }) => slice)).toEqual([{ service: null, region: null, carrier: null, channel: ["sms"] }]);
	expect(found).toMatchObject([{ confirmedAt: null, cause: "undetermined" }]);
});

describe("the same reports", () => {
	const lines = many(80, 0.5, (index) => ({ service: index % 3 ? "x" : serviceOf(index), symptom: index % 7 ? "missing" : "arrived" }));

	test("give the same incidents, and so does every order within one grid step", () => {
		const once = replayed(lines);
		fc.assert(
			fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
				const together = lines.slice(0, 6).map((line) => ({ ...line, at: lines[0]?.at ?? line.at }));
				const shuffled = order.flatMap((index) => together[index] ?? []);
				const of = (first: readonly ReportLine[]) =>
					replayed([...first, ...lines.slice(6)]).map(({ openedAt, slice }) => ({ openedAt, slice }));
				expect(of(shuffled)).toEqual(of(together));
			}),
			{ numRuns: 20 },
		);
		expect(replayed(lines)).toEqual(once);
	});
});

test.each([
	["{", "is not JSON"],
	["x".repeat(5_000), "is longer"],
	[JSON.stringify({ at: "yesterday" }), "at:"],
])("a line that is no report is refused with its reason", (text, reason) => {
	expect(readReportLine(text)).toContain(reason);
});

test("a line of before the last grid step is refused", () => {
	const replay = makeReplay(COLD);
	expect(replay.take(report(10, 1, {}))).toBeNull();
	expect(replay.take(report(5, 2, {}))).toContain("out of order");
});
