// Who decides here: invited, appointed, removed, and never without an admin.
import { describe, expect, test } from "vitest";
import type { Person, Role } from "../lib/access";
import { readEnv } from "../lib/env";
import { INVITATION_DAYS, INVITATIONS_HOUR_MAX, INVITATIONS_OPEN_MAX, inverseOf, type People } from "../lib/people";
import { isRefusal } from "../lib/refusal";
import { DAY_MS, HOUR_MS, plus } from "../lib/time";
import { choresOf } from "../server/chores";
import { minutesAfter, noon } from "./world/makers";
import { peopleOf, signUp } from "./world/people";
import { nth, openStore, type Store } from "./world/store";

const word = (answer: unknown) => (isRefusal(answer) ? answer.word : "done");
const sentence = (answer: unknown) => (isRefusal(answer) ? answer.detail : "done");
const invitation = { deed: "invite", email: "New@Example.org", role: "moderator" };

/** A desk with one admin, ann. */
async function aDesk(given: Parameters<typeof peopleOf>[1] = {}) {
	const world = await openStore();
	const ann = await signUp(world, "ann", "admin");
	return { world, ann, people: peopleOf(world, given) };
}

async function roomOf(people: People, person: Person) {
	const room = await people.read(person);
	if (isRefusal(room)) throw new Error(room.detail);
	return room;
}

async function roleOf({ rows }: Store, email: string): Promise<Role | undefined> {
	return (await rows<{ role: Role }>('SELECT role FROM "user" WHERE email = $1', [email]))[0]?.role;
}

/** The hour's chore, as the household does it. */
async function forget({ pool }: Store, now: Date): Promise<void> {
	const env = readEnv({ DATABASE_URL: "postgres://localhost/x", DATA_DIR: ".data", AUTH_SECRET: "good for nothing but tests" });
	const chores = choresOf({ pool, env }, now);
	for (const chore of ["forgetting invitations", "forgetting sessions"]) await chores[chore]?.();
}

async function addressesKept({ rows }: Store): Promise<number> {
	return (await rows("SELECT email FROM invitation UNION ALL SELECT identifier FROM verification_token")).length;
}

const appoint = ({ id, role: seen }: Person, role: Role) => ({ deed: "appoint", id, seen, role });
const remove = ({ id, role: seen }: Person) => ({ deed: "remove-person", id, seen });

describe("an invitation", () => {
	test("gives its role once the link was used, once, and says so in the record", async () => {
		const { world, ann, people } = await aDesk();
		expect(await people.isInvited("new@example.org")).toBe(false);
		expect(word(await people.do(invitation, ann))).toBe("done");
		expect([await people.isInvited("NEW@example.org"), await roleOf(world, "new@example.org")]).toEqual([true, undefined]);
		await Promise.all([people.accept("new@example.org"), people.accept("New@example.org")]);
		expect([await people.isInvited("new@example.org"), await roleOf(world, "new@example.org")]).toEqual([false, "moderator"]);
		const { deeds, invitations } = await roomOf(people, ann);
		expect(invitations).toEqual([]);
		expect(deeds.map(({ who, deed, whom }) => [who, deed, whom])).toEqual(
			expect.arrayContaining([
				["new@example.org", "accept-invitation", "new@example.org"],
				["ann@example.org", "invite", "new@example.org"],
			]),
		);
		expect(deeds).toHaveLength(2);
	});

	test.each([
		["a millisecond before it ends", INVITATION_DAYS * DAY_MS - 1, "moderator"],
		["when it ends", INVITATION_DAYS * DAY_MS, undefined],
	])("that is used %s", async (_when, afterMs, role) => {
		const { world, ann, people } = await aDesk();
		await people.do(invitation, ann);
		await world.setClock(plus(noon, afterMs));
		expect(await people.isInvited("new@example.org")).toBe(role !== undefined);
		await people.accept("new@example.org");
		expect(await roleOf(world, "new@example.org")).toBe(role);
	});

	test("is forgotten when it ends, and the record keeps no address of it", async () => {
		const { world, ann, people } = await aDesk();
		await people.do(invitation, ann);
		const { expiresAt } = nth((await roomOf(people, ann)).invitations, 0);
		const link = "INSERT INTO verification_token (identifier, token, expires) VALUES ('new@example.org', 'token', $1)";
		await world.rows(link, [plus(expiresAt, -1).toISOString().slice(0, -1)]);
		await forget(world, plus(expiresAt, -1));
		expect(await addressesKept(world)).toBe(2);
		await forget(world, expiresAt);
		expect(await addressesKept(world)).toBe(0);
		expect(JSON.stringify(await world.rows("SELECT * FROM audit"))).not.toContain("new@");
		expect((await roomOf(people, ann)).deeds).toMatchObject([{ deed: "invite", whom: null }]);
	});

	test("that is withdrawn gives nothing, and whoever is second is told", async () => {
		const { world, ann, people } = await aDesk();
		await people.do(invitation, ann);
		const { id } = nth((await roomOf(people, ann)).invitations, 0);
		const withdrawal = { deed: "withdraw-invitation", id, seen: "moderator" };
		expect(word(await people.do({ ...withdrawal, seen: "admin" }, ann))).toBe("conflict");
		const done = await Promise.all([people.do(withdrawal, ann), people.do(withdrawal, ann)]);
		expect(done.map(word).sort()).toEqual(["conflict", "done"]);
		await people.accept("new@example.org");
		expect([await people.isInvited("new@example.org"), await roleOf(world, "new@example.org")]).toEqual([false, undefined]);
	});

	test("is renewed by another to the same address", async () => {
		const { world, ann, people } = await aDesk();
		await people.do(invitation, ann);
		await world.setClock(plus(noon, 6 * DAY_MS));
		await people.do({ ...invitation, role: "admin" }, ann);
		await world.setClock(plus(noon, 12 * DAY_MS));
		expect((await roomOf(people, ann)).invitations).toMatchObject([{ email: "new@example.org", role: "admin" }]);
		await people.accept("new@example.org");
		expect(await roleOf(world, "new@example.org")).toBe("admin");
	});

	test("never lowers a role that was given otherwise", async () => {
		const { world, ann, people } = await aDesk();
		await people.do(invitation, ann);
		await signUp(world, "new", "admin");
		await people.accept("new@example.org");
		expect(await roleOf(world, "new@example.org")).toBe("admin");
	});

	test.each([
		["to somebody with a role", { ...invitation, email: "ann@example.org" }, "ann@example.org is an admin already."],
		["to the admin of the settings", { ...invitation, email: "boss@example.org" }, "boss@example.org is an admin already."],
		["to no address", { ...invitation, email: "new@example" }, "That is not an e-mail address."],
		["with a second address hidden in the first", { ...invitation, email: "a@b.org\nbcc: c@d.org" }, "That is not an e-mail address."],
		["to be a reader", { ...invitation, role: "reader" }, "Choose whom and which role, then try again."],
	])("%s is refused", async (_what, order, detail) => {
		const { world, ann, people } = await aDesk({ adminEmail: "boss@example.org" });
		expect(sentence(await people.do(order, ann))).toBe(detail);
		expect(await world.rows("SELECT FROM invitation")).toEqual([]);
	});

	test(`is one of ${INVITATIONS_HOUR_MAX} of an admin in an hour, and of ${INVITATIONS_OPEN_MAX} open ones`, async () => {
		const { world, ann, people } = await aDesk();
		const inviteMany = async (from: number, count: number) => {
			const words = [];
			for (let one = from; one < from + count; one++)
				words.push(word(await people.do({ ...invitation, email: `p${one}@example.org` }, ann)));
			return words;
		};
		const first = await inviteMany(0, INVITATIONS_HOUR_MAX + 1);
		expect([first.indexOf("too-many"), first.length]).toEqual([INVITATIONS_HOUR_MAX, INVITATIONS_HOUR_MAX + 1]);
		await world.setClock(plus(noon, HOUR_MS));
		await inviteMany(20, INVITATIONS_HOUR_MAX);
		await world.setClock(plus(noon, 2 * HOUR_MS));
		expect(new Set(await inviteMany(40, INVITATIONS_OPEN_MAX - 40))).toEqual(new Set(["done"]));
		expect(await inviteMany(90, 1)).toEqual(["too-many"]);
		expect(await inviteMany(0, 1)).toEqual(["done"]);
	});

	test("stands when its mail fails, and the admins see that none went", async () => {
		const faults: unknown[] = [];
		const mail = async (to: string) => (to.startsWith("gone") ? Promise.reject(new Error("no route")) : !to.startsWith("printed"));
		const { ann, people } = await aDesk({ mail, failed: (_what, error) => faults.push(error) });
		for (const name of ["gone", "printed", "sent"])
			expect(word(await people.do({ ...invitation, email: `${name}@a.org` }, ann))).toBe("done");
		const { invitations } = await roomOf(people, ann);
		expect(invitations.map(({ email, mailedAt }) => [email, mailedAt])).toEqual([
			["gone@a.org", null],
			["printed@a.org", null],
			["sent@a.org", noon],
		]);
		expect(faults).toHaveLength(1);
		expect(await people.isInvited("gone@a.org")).toBe(true);
	});
});

describe("an admin", () => {
	test("appoints and removes, and each is taken back by its inverse", async () => {
		const { world, ann, people } = await aDesk();
		const bob = await signUp(world, "bob", "moderator");
		const undo = async () => {
			const inverse = inverseOf(nth((await roomOf(people, ann)).deeds, 0));
			return word(await people.do(inverse, ann));
		};
		const roles = [];
		let minutes = 0;
		const deeds = [
			() => people.do(appoint(bob, "admin"), ann),
			undo,
			() => people.do(remove(bob), ann),
			undo,
			() => people.do(remove(bob), ann),
			() => people.do(appoint({ ...bob, role: "reader" }, "admin"), ann),
			undo,
		];
		for (const deed of deeds) {
			await world.setClock(minutesAfter(noon, ++minutes));
			expect(word(await deed())).toBe("done");
			roles.push(await roleOf(world, bob.email));
		}
		expect(roles).toEqual(["admin", "moderator", "reader", "moderator", "reader", "admin", "reader"]);
	});

	test("takes back an invitation, and a withdrawal", async () => {
		const { world, ann, people } = await aDesk();
		await people.do(invitation, ann);
		const undo = async () => people.do(inverseOf(nth((await roomOf(people, ann)).deeds, 0)), ann);
		await world.setClock(minutesAfter(noon, 1));
		await undo();
		expect(await people.isInvited("new@example.org")).toBe(false);
		await world.setClock(minutesAfter(noon, 2));
		await undo();
		expect((await roomOf(people, ann)).invitations).toMatchObject([{ email: "new@example.org", role: "moderator" }]);
	});

	test("who removes somebody ends all their sessions and nobody else's", async () => {
		const { world, ann, people } = await aDesk();
		const bob = await signUp(world, "bob", "moderator");
		await people.do(appoint(bob, "admin"), ann);
		expect(await world.rows("SELECT FROM session WHERE user_id = 'bob'")).toHaveLength(1);
		await people.do(remove({ ...bob, role: "admin" }), ann);
		expect(await world.rows("SELECT user_id FROM session")).toEqual([{ user_id: "ann" }]);
	});

	test("who sees another role than there is by now changes nothing, and is told which", async () => {
		const { world, ann, people } = await aDesk();
		const bob = await signUp(world, "bob", "admin");
		expect(sentence(await people.do(remove({ ...bob, role: "moderator" }), ann))).toBe(
			"Somebody was quicker: bob@example.org is an admin now. Look again, then decide.",
		);
		expect(sentence(await people.do(appoint({ ...bob, role: "moderator" }, "admin"), ann))).toBe("bob@example.org is an admin already.");
		expect(word(await people.do(remove({ ...bob, id: "nobody" }), ann))).toBe("conflict");
		expect([await roleOf(world, bob.email), await world.rows("SELECT FROM audit")]).toEqual(["admin", []]);
	});

	test("does not change their own role, nor that of the admin of the settings", async () => {
		const { world, ann, people } = await aDesk({ adminEmail: "boss@example.org" });
		const boss = await signUp(world, "boss", "reader");
		expect(word(await people.do(appoint(ann, "moderator"), ann))).toBe("conflict");
		expect(word(await people.do(remove(ann), ann))).toBe("conflict");
		expect(sentence(await people.do(appoint(boss, "moderator"), ann))).toContain("ADMIN_EMAIL");
		expect(await roleOf(world, "ann@example.org")).toBe("admin");
	});

	test("who is one no more leaves no invitation open that would bring them back", async () => {
		const { world, ann, people } = await aDesk();
		const bob = await signUp(world, "bob", "admin");
		await people.do({ ...invitation, email: "friend@example.org", role: "admin" }, bob);
		await people.do(invitation, ann);
		await people.do(appoint(bob, "moderator"), ann);
		expect((await roomOf(people, ann)).invitations.map(({ email }) => email)).toEqual(["new@example.org"]);
		expect(await people.isInvited("friend@example.org")).toBe(false);
		expect(await roleOf(world, bob.email)).toBe("moderator");
	});

	test("who is removed while they decide decides nothing", async () => {
		const { world, ann, people } = await aDesk();
		const [bob, cy] = [await signUp(world, "bob", "admin"), await signUp(world, "cy", "moderator")];
		await people.do(remove(bob), ann);
		expect(word(await people.do(remove(cy), bob))).toBe("forbidden");
		expect(word(await people.do(invitation, bob))).toBe("forbidden");
		expect([await roleOf(world, cy.email), await people.isInvited("new@example.org")]).toEqual(["moderator", false]);
	});

	test("is always left, even when all take the role from one another at once", async () => {
		const { world, ann, people } = await aDesk();
		for (let round = 0; round < 10; round++) {
			const [bob, cy] = [await signUp(world, `bob${round}`, "admin"), await signUp(world, `cy${round}`, "admin")];
			const admins = [ann, bob, cy];
			const done = await Promise.all(admins.map((one, place) => people.do(remove(nth(admins, (place + 1) % 3)), one)));
			const left = await world.rows<{ id: string }>(`SELECT id FROM "user" WHERE role = 'admin'`);
			expect(left.length).toBe(3 - done.filter((answer) => word(answer) === "done").length);
			expect(left.length).toBeGreaterThan(0);
			await world.pool.query(`UPDATE "user" SET role = 'reader' WHERE id <> 'ann'`);
			await world.pool.query(`UPDATE "user" SET role = 'admin' WHERE id = 'ann'`);
		}
	});

	test("and another who demote each other at once leave one of them", async () => {
		const { world, ann, people } = await aDesk();
		const bob = await signUp(world, "bob", "admin");
		const done = await Promise.all([people.do(appoint(bob, "moderator"), ann), people.do(remove(ann), bob)]);
		expect(done.map(word).sort()).toEqual(["done", "forbidden"]);
		expect(await world.rows(`SELECT FROM "user" WHERE role = 'admin'`)).toHaveLength(1);
	});

	test("of the settings is one before signing in, whatever the table says, and stands in the list once", async () => {
		const { world, ann, people } = await aDesk({ adminEmail: "boss@example.org" });
		const fixed = { email: "boss@example.org", role: "admin", isFixed: true };
		expect((await roomOf(people, ann)).people).toMatchObject([
			{ ...fixed, id: null },
			{ email: "ann@example.org", isFixed: false },
		]);
		const boss = { ...(await signUp(world, "boss", "reader")), role: "admin" as const };
		expect((await roomOf(people, boss)).people).toMatchObject([{ ...fixed, id: "boss" }, { id: "ann" }]);
		expect(word(await people.do(remove(ann), boss))).toBe("done");
		expect((await roomOf(people, boss)).people).toMatchObject([fixed]);
	});
});

test("what is no order is refused in words", async () => {
	const { ann, people } = await aDesk();
	const orders = [null, "invite", {}, { deed: "appoint", id: "a\0b", seen: "reader", role: "admin" }, { ...invitation, deed: "crown" }];
	for (const order of orders) expect(word(await people.do(order, ann))).toBe("malformed");
});
