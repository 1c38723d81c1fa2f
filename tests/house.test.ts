// What exists once per process exists once, and a request that came past the server is nobody's.
import { expect, test } from "vitest";
import { coldStart, expectedIn, SLICES_MEASURED } from "../lib/detect/first/prior";
import { house, openHouse } from "../lib/house";
import { ADDRESS_HEADER, COUNTRY_HEADER, originOf } from "../lib/origin";
import { channels } from "../lib/report";
import { openHouse as open } from "./world/house";

const headers = (given: Record<string, string>) => (name: string) => given[name];

test("before the server has opened it there is no house; afterwards there is one, and never two", async () => {
	expect(house).toThrow("the house is not open");
	const opened = await open();
	expect(house()).toBe(opened.house);
	expect(() => openHouse(opened.house)).toThrow("the house is open already");
});

test("the origin of a request is what the server worked out", () => {
	const said = { [ADDRESS_HEADER]: "198.51.100.7", [COUNTRY_HEADER]: "DE", "user-agent": "x".repeat(600), "accept-language": "de" };
	expect(originOf(headers(said), "token")).toEqual({
		address: "198.51.100.7",
		country: "DE",
		userAgent: "x".repeat(512),
		acceptLanguage: "de",
		token: "token",
	});
	expect(originOf(headers({ [ADDRESS_HEADER]: "198.51.100.7" }), undefined)).toEqual({
		address: "198.51.100.7",
		country: null,
		userAgent: "",
		acceptLanguage: "",
		token: null,
	});
});

test("a request whose address nobody worked out is a fault", () => {
	expect(() => originOf(headers({}), undefined)).toThrow("came past server/");
});

test("before there is history, what is ordinary is small, and fewer false alarms ask for more evidence", () => {
	const services = Array.from({ length: 100 }, () => ({ channels }));
	const model = coldStart(services.slice(0, 50), 0.05);
	expect(model).toMatchObject({ name: "cold-start-1/0.05", slices: 400, threshold: Math.log(10_000) });
	expect(coldStart(services, 0.01).threshold).toBeGreaterThan(model.threshold);
	expect(coldStart([], 1).slices).toBe(1);
	expect(coldStart(services, 1).slices).toBe(SLICES_MEASURED);
	expect(expectedIn(model, ["sms", "email"], 60)).toBeCloseTo((0.012 + 0.006) * 60, 12);
	expect(expectedIn(model, channels, 1_440)).toBeLessThan(50);
	expect(expectedIn(model, [], 60)).toBe(0);
});
