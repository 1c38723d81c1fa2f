// Whose fault it is, is said only where the reports tell. Stories through the whole pipeline, on an instance without history.
import { describe, expect, test } from "vitest";
import type { ReportLine } from "@/lib/replay";
import { many, replayed } from "./world/lines";

const of = (values: readonly string[]) => (index: number) => values[index % values.length] ?? "";
const service = of(["google", "apple", "whatsapp", "uber", "paypal", "x"]);
const carrier = of(["alpha", "beta", "gamma", "delta"]);
const region = of(["us", "gb", "de", "fr", "in"]);

/** Codes of the same services that come to customers of other carriers in the same country. */
const elsewhere = many(30, 1.5, (index) => ({ service: service(index), carrier: carrier(index + 1), symptom: "arrived" }), 5_000);

function causeOf(lines: readonly ReportLine[]) {
	const [first] = [...replayed(lines)].sort((one, other) => other.evidence - one.evidence);
	return first && { cause: first.cause, slice: first.slice };
}

describe("a service", () => {
	const failing = (carriers: (index: number) => string | null) =>
		many(60, 0.7, (index) => ({ service: "x", region: region(index), carrier: carriers(index) }));

	test("is at fault when it fails on three carriers alike", () => {
		expect(causeOf(failing(carrier))).toMatchObject({ cause: "service", slice: { service: ["x"], carrier: null } });
	});

	test.each([
		["two carriers", of(["alpha", "beta"])],
		["carriers nobody named", () => null],
	])("is not said to be when people speak of %s", (_what, carriers) => {
		expect(causeOf(failing(carriers))?.cause).toBe("undetermined");
	});

	test("of which few people speak has no cause", () => {
		expect(causeOf(failing(carrier).slice(0, 9))?.cause).toBe("undetermined");
	});
});

describe("a carrier", () => {
	const failing = (services: (index: number) => string) => many(80, 0.5, (index) => ({ service: services(index), carrier: "alpha" }));

	test("is at fault when three services fail on it and their codes come elsewhere", () => {
		expect(causeOf([...failing(service), ...elsewhere])).toMatchObject({ cause: "carrier", slice: { carrier: ["alpha"] } });
	});

	test("is not blamed while nobody says that codes come elsewhere", () => {
		expect(causeOf(failing(service))).toMatchObject({ cause: "undetermined", slice: { carrier: ["alpha"] } });
	});

	test("is not blamed for one service", () => {
		const one = causeOf([...failing(() => "x"), ...elsewhere]);
		expect(one?.slice.service).toEqual(["x"]);
		expect(one?.cause).not.toBe("carrier");
	});
});

test("several services that fail together on every carrier may share a sender", () => {
	const failing = many(120, 0.4, (index) => ({
		service: of(["uber", "lyft", "bolt"])(index),
		carrier: carrier(index >> 2),
		region: region(index),
	}));
	const calm = many(
		60,
		1,
		(index) => ({ service: service(index), carrier: carrier(index), region: region(index), symptom: "arrived" }),
		5_000,
	);
	expect(causeOf([...failing, ...calm])).toMatchObject({
		cause: "shared-sender",
		slice: { service: ["bolt", "lyft", "uber"], carrier: null },
	});
});

test("a region is at fault when several services fail there on several carriers, and work elsewhere", () => {
	const failing = many(120, 0.4, (index) => ({ service: service(index), carrier: carrier(index >> 3), region: "fr" }));
	const calm = many(
		60,
		0.8,
		(index) => ({ service: service(index), carrier: carrier(index), region: of(["us", "gb"])(index), symptom: "arrived" }),
		5_000,
	);
	expect(causeOf([...failing, ...calm])).toMatchObject({ cause: "region", slice: { region: ["fr"], carrier: null } });
});
