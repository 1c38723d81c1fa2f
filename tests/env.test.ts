// Which settings the process runs with, and what it refuses at start.
import { expect, test } from "vitest";
import { readEnv } from "../lib/env";

const needed = { DATABASE_URL: "postgres://localhost/x", DATA_DIR: ".data", AUTH_SECRET: "sixteen letters!" };

test("what is not said has a good default", () => {
	expect(readEnv(needed)).toEqual({
		...needed,
		PORT: 3000,
		HOST: "0.0.0.0",
		PUBLIC_URL: "http://localhost:3000",
		TRUST_PROXY: 0,
		MAIL_FROM: "Undelivered <undelivered@localhost>",
		RETAIN_DAYS: 30,
		FALSE_ALARMS_PER_DAY: 0.05,
		LOG_LEVEL: "info",
		NODE_ENV: "production",
	});
});

test("an empty value counts as not said, and what is not ours is not read", () => {
	expect(readEnv({ ...needed, PORT: "", PUBLIC_URL: "", HOME: "/nowhere" })).toEqual(readEnv(needed));
});

test.each([
	["PORT", "8080", { PORT: 8080, PUBLIC_URL: "http://localhost:8080" }],
	["PUBLIC_URL", "https://undelivered.example//", { PUBLIC_URL: "https://undelivered.example" }],
	["COUNTRY_HEADER", "CF-IPCountry", { COUNTRY_HEADER: "cf-ipcountry" }],
	["ADMIN_EMAIL", "Ann@Example.org", { ADMIN_EMAIL: "ann@example.org" }],
	["TRUST_PROXY", "10", { TRUST_PROXY: 10 }],
	["RETAIN_DAYS", "2", { RETAIN_DAYS: 2 }],
	["AUTH_SECRET", "x".repeat(16), { AUTH_SECRET: "x".repeat(16) }],
])("%s may be %s", (name, value, read) => expect(readEnv({ ...needed, [name]: value })).toMatchObject(read));

test.each([
	["PORT", "65536"],
	["PORT", "http"],
	["PUBLIC_URL", "undelivered.example"],
	["PUBLIC_URL", "ftp://undelivered.example"],
	["DATABASE_URL", undefined],
	["AUTH_SECRET", "x".repeat(15)],
	["ADMIN_EMAIL", "ann"],
	["TRUST_PROXY", "-1"],
	["TRUST_PROXY", "11"],
	["TRUST_PROXY", "yes"],
	["RETAIN_DAYS", "1"],
	["FALSE_ALARMS_PER_DAY", "0"],
	["LOG_LEVEL", "loud"],
	["NODE_ENV", "staging"],
])("%s may not be %s, and the start says so by name", (name, value) => {
	expect(() => readEnv({ ...needed, [name]: value })).toThrow(new RegExp(`^${name}: .+`));
});

test("everything that is wrong is said at once", () => {
	expect(() => readEnv({ ...needed, PORT: "x", LOG_LEVEL: "loud" })).toThrow(/^PORT: .+\nLOG_LEVEL: .+$/);
});
