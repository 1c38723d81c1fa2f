// What a person may do about their own account, on a real database: their own passkeys and sessions, and nobody else's.
import { expect, test } from "vitest";
import { type Person, roles } from "../lib/access";
import { PASSKEYS_MAX } from "../lib/account";
import { isRefusal } from "../lib/refusal";
import { HOUR_MS, plus } from "../lib/time";
import { choresOf } from "../server/chores";
import { openHouse } from "./world/house";

const { house, pool } = await openHouse();
const { account } = house;

/** Somebody with one session of this name. */
async function aPerson(id: string, role: Person["role"] = "moderator"): Promise<Person> {
	await house.accounts.user.create({ data: { id, email: `${id}@example.org`, role } });
	await aSession(id, id);
	return { id, email: `${id}@example.org`, name: null, role };
}

async function aSession(userId: string, id: string, expires = plus(new Date(), HOUR_MS)): Promise<void> {
	await house.accounts.session.create({ data: { id, userId, sessionToken: `token of ${id}`, expires, device: "Firefox on Android" } });
}

function aPasskey(credentialID: string) {
	const kind = { credentialDeviceType: "multiDevice", credentialBackedUp: true, device: "Chrome on Linux" };
	return { credentialID, providerAccountId: credentialID, credentialPublicKey: "key", counter: 0, ...kind };
}

function word(answer: unknown): unknown {
	return isRefusal(answer) ? answer.word : answer;
}

async function auditOf(person: Person) {
	return (await pool.query("SELECT who, deed, subject, detail FROM audit WHERE user_id = $1 ORDER BY at", [person.id])).rows;
}

test("a passkey is kept with its account row, listed, and removed with it", async () => {
	const ada = await aPerson("ada");
	expect(await account.addPasskey(aPasskey("of ada"), ada)).toBe("done");
	expect(await account.passkeys(ada)).toMatchObject([{ id: "of ada", device: "Chrome on Linux", isBackedUp: true, lastUsedAt: null }]);
	expect(await house.accounts.account.count({ where: { userId: "ada", provider: "passkey" } })).toBe(1);
	expect(await account.do({ deed: "remove-passkey", id: "of ada" }, ada, "token of ada")).toBe("remove-passkey");
	expect(await house.accounts.account.count({ where: { userId: "ada" } })).toBe(0);
	expect(await account.passkeys(ada)).toEqual([]);
	const row = { who: "ada@example.org", subject: "account ada", detail: { device: "Chrome on Linux" } };
	expect(await auditOf(ada)).toEqual([
		{ ...row, deed: "add-passkey" },
		{ ...row, deed: "remove-passkey" },
	]);
});

test("one person keeps so many passkeys, even when two come at once", async () => {
	const ben = await aPerson("ben");
	for (let index = 1; index < PASSKEYS_MAX; index++) await account.addPasskey(aPasskey(`ben ${index}`), ben);
	const both = await Promise.all(["ben x", "ben y"].map((id) => account.addPasskey(aPasskey(id), ben)));
	expect(both.map(word).sort()).toEqual(["done", "too-many"]);
	expect((await account.passkeys(ben)).length).toBe(PASSKEYS_MAX);
});

test("another's passkey is not removed and another's session is not ended", async () => {
	const [cem, dan] = [await aPerson("cem"), await aPerson("dan")];
	await account.addPasskey(aPasskey("of cem"), cem);
	expect(word(await account.do({ deed: "remove-passkey", id: "of cem" }, dan, "token of dan"))).toBe("not-found");
	expect(word(await account.do({ deed: "end-session", id: "cem" }, dan, "token of dan"))).toBe("not-found");
	expect(await account.do({ deed: "end-other-sessions" }, dan, "token of dan")).toBe("end-other-sessions");
	expect([(await account.passkeys(cem)).length, (await account.sessions(cem, "")).length]).toEqual([1, 1]);
	expect(await auditOf(dan)).toEqual([]);
});

test("sessions are listed newest first, this one marked, and end one by one or all but this one", async () => {
	const eve = await aPerson("eve");
	for (const id of ["second", "third", "fourth"]) await aSession("eve", id);
	await aSession("eve", "over", plus(new Date(), -1));
	const shown = await account.sessions(eve, "token of third");
	expect(shown.map(({ id, isThisOne }) => [id, isThisOne])).toEqual([
		["fourth", false],
		["third", true],
		["second", false],
		["eve", false],
	]);
	expect(shown[0]?.device).toBe("Firefox on Android");
	expect(Math.abs(Number(shown[0]?.expiresAt) - Date.now() - HOUR_MS)).toBeLessThan(60_000);
	expect(await account.do({ deed: "end-session", id: "fourth" }, eve, "token of third")).toBe("end-session");
	expect(await account.do({ deed: "end-other-sessions" }, eve, "token of third")).toBe("end-other-sessions");
	expect((await account.sessions(eve, "token of third")).map(({ id }) => id)).toEqual(["third"]);
	expect((await auditOf(eve)).map(({ deed, detail }) => [deed, detail])).toEqual([
		["end-session", { device: "Firefox on Android" }],
		["end-other-sessions", { sessions: 3 }],
	]);
});

test.each([null, ...roles])("the deeds are for moderators and admins (%s)", async (role) => {
	const person = role && (await aPerson(`a ${role}`, role));
	const mayKeep = role === "moderator" || role === "admin";
	const orders = [{ deed: "remove-passkey", id: "none" }, { deed: "end-session", id: "none" }, { deed: "anything" }];
	const words = [];
	for (const order of orders) words.push(word(await account.do(order, person, "")));
	expect(words).toEqual(mayKeep ? ["not-found", "not-found", "malformed"] : ["forbidden", "forbidden", "forbidden"]);
	expect(word(await account.addPasskey(aPasskey(`of ${role}`), person))).toBe(mayKeep ? "done" : "forbidden");
});

test("a challenge is spent once, however many answer at the same time", async () => {
	const spent = await Promise.all(Array.from({ length: 5 }, () => account.spendChallenge("one challenge")));
	expect(spent.filter(Boolean)).toHaveLength(1);
	expect(await account.spendChallenge("another")).toBe(true);
});

test("once an hour, sessions and links that have expired are forgotten; those that have not are kept", async () => {
	await aPerson("fay");
	const now = plus(new Date(), 2 * HOUR_MS);
	await aSession("fay", "at the edge", now);
	await aSession("fay", "past it", plus(now, -1));
	const link = (identifier: string, expires: Date) => ({ identifier, token: identifier, expires });
	await house.accounts.verificationToken.createMany({ data: [link("kept", now), link("forgotten", plus(now, -1))] });
	await choresOf({ pool, env: house.env }, now)["forgetting sessions"]?.();
	expect((await house.accounts.session.findMany()).map(({ id }) => id)).toEqual(["at the edge"]);
	expect((await house.accounts.verificationToken.findMany()).map(({ identifier }) => identifier)).toEqual(["kept"]);
});
