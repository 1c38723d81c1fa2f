// Who spoke, without knowing who: keys under the day's salt, tokens and receipts.
import { describe, expect, test } from "vitest";
import {
	addressName,
	isReceiptOf,
	keysOf,
	makeToken,
	prefixOf,
	readToken,
	receiptOf,
	type Salts,
	TOKEN_MAX_AGE_SECONDS,
} from "../lib/reporter";
import { plus, SECOND_MS } from "../lib/time";
import { anOrigin, keyOf, noon } from "./world/makers";

const secret = "good for nothing but tests";
const salts = { today: keyOf("today"), yesterday: keyOf("yesterday") };

describe("a network", () => {
	test.each([
		["198.51.100.7", "198.51.100"],
		["2001:db8:1:2:3:4:5:6", "2001:db8:1"],
		["2001:db8:1::", "2001:db8:1"],
		["2001:0DB8:0001::9", "2001:db8:1"],
		["2001::1", "2001:0:0"],
		["::1", "0:0:0"],
		["fe80::1%eth0", "fe80:0:0"],
		["nonsense", "nonsense"],
	])("of %s is %s", (address, prefix) => expect(prefixOf(address)).toBe(prefix));

	test("has one name for every way of writing an address", () => {
		expect(prefixOf("2001:db8::1")).toBe(prefixOf("2001:0db8:0000:0000:0000:0000:0000:0001"));
		expect(addressName("2001:db8::1", salts)).toBe(addressName("2001:DB8:0:0::ffff", salts));
		expect(addressName("2001:db8::1", salts)).not.toBe(addressName("2001:db8:0:1::1", salts));
		expect(addressName("198.51.100.7", salts)).not.toBe(addressName("198.51.100.8", salts));
	});
});

describe("the keys of a speaker", () => {
	const keys = (given = {}, used: Salts = salts) => keysOf(anOrigin(given), secret, used, noon);

	test("are sixteen bytes that say nothing of the address", () => {
		const { reporterKey, networkKey } = keys();
		expect([reporterKey.length, networkKey.length]).toEqual([16, 16]);
		expect(JSON.stringify([reporterKey.toString(), networkKey.toString()])).not.toMatch(/198|Firefox/);
	});

	test.each([[{ address: "198.51.100.8" }], [{ userAgent: "Safari" }], [{ acceptLanguage: "de" }]])(
		"tell %j apart from somebody else",
		(given) => {
			expect(keys(given).reporterKey).not.toEqual(keys().reporterKey);
		},
	);

	test("of two people behind one /24 share the network", () => {
		expect(keys({ address: "198.51.100.99" }).networkKey).toEqual(keys().networkKey);
		expect(keys({ address: "198.51.101.7" }).networkKey).not.toEqual(keys().networkKey);
	});

	test("are others under another day's salt, and yesterday's are told beside them", () => {
		const before = keys({}, { today: salts.yesterday, yesterday: null });
		expect(keys().reporterKey).not.toEqual(before.reporterKey);
		expect(keys().reporterKeyBefore).toEqual(before.reporterKey);
		expect(keys().networkKeyBefore).toEqual(before.networkKey);
	});

	test("follow a good token wherever its bearer goes", () => {
		const token = makeToken(keyOf("ann"), secret, noon);
		expect(keys({ token, address: "203.0.113.1" })).toMatchObject({ reporterKey: keyOf("ann"), reporterKeyBefore: null });
	});

	test("follow the device when the token is not ours", () => {
		expect(keys({ token: "nonsense" })).toEqual(keys());
	});
});

describe("a token", () => {
	const token = makeToken(keyOf("ann"), secret, noon);

	test("carries its key for six hours, to the last millisecond", () => {
		const end = plus(noon, TOKEN_MAX_AGE_SECONDS * SECOND_MS);
		expect(readToken(token, secret, noon)).toEqual(keyOf("ann"));
		expect(readToken(token, secret, plus(end, -1))).toEqual(keyOf("ann"));
		expect(readToken(token, secret, end)).toBeNull();
	});

	test("from the future is not ours", () => {
		expect(readToken(token, secret, plus(noon, -1))).toBeNull();
	});

	const [made = "", key = "", signature = ""] = token.split(".");
	test.each([
		["another secret", makeToken(keyOf("ann"), "somebody else's secret", noon)],
		["another key", `${made}.${keyOf("bob").toString("base64url")}.${signature}`],
		["another time", `${(noon.getTime() + 1).toString(36)}.${key}.${signature}`],
		["no signature", `${made}.${key}`],
		["a signature cut short", token.slice(0, -1)],
		["nothing in it", ".."],
		["nothing at all", ""],
		["no token", null],
	])("with %s carries nothing", (_what, forged) => expect(readToken(forged, secret, noon)).toBeNull());
});

describe("a receipt", () => {
	const receipt = receiptOf(secret, "0184760f-8740-7d77-aadd-79bb9b44363f");

	test("opens its own report", () => {
		expect(isReceiptOf(secret, "0184760f-8740-7d77-aadd-79bb9b44363f", receipt)).toBe(true);
	});

	test.each([
		["another report", "0184760f-8740-7d77-aadd-79bb9b443640", receipt],
		["a guess", "0184760f-8740-7d77-aadd-79bb9b44363f", "guess"],
		["nothing", "0184760f-8740-7d77-aadd-79bb9b44363f", ""],
		["what looks alike but is longer in bytes", "0184760f-8740-7d77-aadd-79bb9b44363f", "é".repeat(receipt.length)],
	])("does not open with %s", (_what, id, given) => expect(isReceiptOf(secret, id, given)).toBe(false));

	test("is of no use as a token, nor a token as a receipt", () => {
		expect(readToken(receipt, secret, noon)).toBeNull();
		expect(isReceiptOf(secret, makeToken(keyOf("ann"), secret, noon), receipt)).toBe(false);
	});
});
