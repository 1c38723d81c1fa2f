import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openPlace } from "../lib/place";

const place = openPlace();

describe("the country of an address", () => {
	it.each([
		["8.8.8.8", "US"],
		["193.99.144.80", "DE"],
		["197.210.1.1", "NG"],
		["200.147.3.157", "BR"],
		["2a00:1450:4001:80b::1", "DE"],
		[" 8.8.8.8 ", "US"],
	])("%s seems to be in %s", (address, country) => expect(place.countryOf(address)).toBe(country));

	it("is the same for an IPv4 address in IPv6 clothing", () => {
		for (const clothed of ["::ffff:197.210.1.1", "::FFFF:197.210.1.1", "::ffff:c5d2:0101"]) expect(place.countryOf(clothed)).toBe("NG");
	});

	it.each([
		"0.0.0.0",
		"10.1.2.3",
		"100.64.0.1",
		"127.0.0.1",
		"169.254.1.1",
		"172.16.0.1",
		"172.31.255.255",
		"192.168.0.1",
		"192.0.2.1",
		"224.0.0.1",
		"255.255.255.255",
		"::",
		"::1",
		"fc00::1",
		"fe80::1",
		"fe80::1%eth0",
		"ff02::1",
		"2001:db8::1",
		"::ffff:10.0.0.1",
		"::ffff:7f00:1",
	])("%s is nobody's place on the public internet", (address) => expect(place.countryOf(address)).toBeNull());

	it.each([
		"",
		"unknown",
		"8.8.8",
		"8.8.8.8:443",
		"[::1]",
		"999.1.1.1",
		"08.8.8.8",
		"8.8.8.8, 1.1.1.1",
		"::ffff:zz",
		"DE",
		"1".repeat(100_000),
	])("%j is no address", (address) => expect(place.countryOf(address)).toBeNull());

	it("is two capital letters or nothing, and never an exception", () => {
		fc.assert(
			fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (address) => {
				expect(place.countryOf(address) ?? "ZZ").toMatch(/^[A-Z]{2}$/);
			}),
		);
	});
});
