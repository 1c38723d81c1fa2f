// What exists once per process exists once, and a request that came past the server is nobody's.
import { expect, test } from "vitest";
import { house, openHouse } from "../lib/house";
import { ADDRESS_HEADER, COUNTRY_HEADER, originOf, whereOf } from "../lib/origin";
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
	expect(originOf(whereOf(headers(said)), headers(said), "token")).toEqual({
		address: "198.51.100.7",
		country: "DE",
		userAgent: "x".repeat(512),
		acceptLanguage: "de",
		token: "token",
	});
	expect(originOf(whereOf(headers({ [ADDRESS_HEADER]: "198.51.100.7" })), headers({}), undefined)).toEqual({
		address: "198.51.100.7",
		country: null,
		userAgent: "",
		acceptLanguage: "",
		token: null,
	});
});

test("a request whose address nobody worked out is a fault", () => {
	expect(() => whereOf(headers({}))).toThrow("came past server/");
});
