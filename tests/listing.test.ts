// "My service is not listed": what is suggested is held, its reports are kept unseen, and count once a moderator lists it.
import { describe, expect, test } from "vitest";
import type { Person } from "../lib/access";
import { referenceLists } from "../lib/catalog/seed";
import { isRefusal } from "../lib/refusal";
import { openCatalog, saveCatalog } from "../lib/store/catalog";
import { holdService } from "../lib/store/listings";
import { openHouse } from "./world/house";
import { anOrigin, aStatement } from "./world/makers";

const { house, pool, ask } = await openHouse();
const addresses = Array.from({ length: 250 }, (_, index) => `203.0.${index}.7`).values();
const moderator: Person = { id: "m", email: "m@example.org", name: null, role: "moderator" };
const listed = { deed: "list-service", category: "banking", channels: ["sms"], aliases: [] };

function suggest(domain: string, given: Record<string, unknown> = {}, address = addresses.next().value ?? "") {
	return house.intake.receiveSuggestion(aStatement({ service: domain, ...given }), anOrigin({ address }));
}

async function rowOf(domain: string) {
	const { rows } = await pool.query<{ id: number; held: boolean; reports: number }>(
		`SELECT id, held_at IS NOT NULL AS held, (SELECT count(*)::int FROM report WHERE service_id = service.id) AS reports
		 FROM service WHERE domain = $1`,
		[domain],
	);
	return rows;
}

function word(answer: unknown): unknown {
	return isRefusal(answer) ? answer.word : "done";
}

async function listAs(domain: string, slug: string) {
	const [row] = await rowOf(domain);
	return house.listing.do({ ...listed, id: row?.id, name: slug, slug }, moderator);
}

describe("a service that is not listed", () => {
	test("is held with its reports, one service for one domain, and counts a person once", async () => {
		const [first, again] = [await suggest("https://www.kept.org/login", {}, "24.1.2.3"), await suggest("kept.org", {}, "24.1.2.3")];
		await Promise.all([suggest("Kept.org"), suggest("kept.org")]);
		expect([first, again]).toMatchObject([{ counted: true, status: { state: "unknown" } }, { counted: false }]);
		expect(await rowOf("kept.org")).toMatchObject([{ held: true, reports: 4 }]);
		expect(await house.listing.held()).toMatchObject([{ domain: "kept.org", reporters: 3 }]);
	});

	test("is nowhere the public looks", async () => {
		await suggest("unseen.org");
		const told = await Promise.all(["/api/v1/services", "/api/v1/services/unseen.org", "/api/v1/status"].map((path) => ask("GET", path)));
		expect(JSON.stringify(told.map(({ body }) => body))).not.toContain('"unseen.org"');
		expect(told[1]?.status).toBe(404);
		expect((await ask("POST", "/api/v1/reports", { body: aStatement({ service: "unseen.org" }) })).status).toBe(422);
		expect([house.catalog.meantService("unseen.org"), house.catalog.searchServices("unseen", 5)]).toEqual([null, []]);
	});

	test("may be told that the code came in the end, while it is held", async () => {
		const receipt = await suggest("late.org");
		if (isRefusal(receipt)) throw new Error(receipt.detail);
		expect(await house.intake.amendReport(receipt.id, { receipt: receipt.receipt, symptom: "late" })).toMatchObject({ id: receipt.id });
	});

	test("counts from the first report on once it is listed, without a restart", async () => {
		await suggest("shown.org");
		expect(word(await listAs("shown.org", "shown"))).toBe("done");
		const service = house.catalog.findService("shown");
		if (!service) throw new Error("it is not listed");
		expect(await house.readings.status(service)).toMatchObject({
			channels: expect.arrayContaining([expect.objectContaining({ missing: 1 })]),
		});
		expect(await suggest("shown.org")).toMatchObject({ status: { service: "shown" } });
	});

	test("that another process listed is in this one's catalogue within seconds", async () => {
		await suggest("elsewhere.org");
		await pool.query("UPDATE service SET slug = 'elsewhere', held_at = NULL WHERE domain = 'elsewhere.org'");
		await expect.poll(() => house.catalog.findService("elsewhere")?.domain, { timeout: 5_000 }).toBe("elsewhere.org");
	});

	test("whose domain lies within a listed one is that one", async () => {
		expect(await suggest("help.paypal.com")).toMatchObject({ status: { service: "paypal" } });
		expect(await rowOf("help.paypal.com")).toEqual([]);
	});

	test("is not made by a report that is refused", async () => {
		expect(word(await suggest("refused.org", { carrier: "nobody" }))).toBe("unknown-carrier");
		expect(word(await suggest("not a domain"))).toBe("unknown-service");
		expect(await rowOf("refused.org")).toEqual([]);
	});

	test("is made by one person three times in ten minutes, and not a fourth time", async () => {
		const words = [];
		for (const domain of ["one.org", "two.org", "three.org", "four.org"]) words.push(word(await suggest(domain, {}, "24.9.9.9")));
		expect([words, await rowOf("four.org")]).toEqual([["done", "done", "done", "too-many"], []]);
	});

	test("waits for a moderator with no more than can be looked at", async () => {
		const held = (await house.listing.held()).length;
		expect(await holdService(pool, "over.org", held)).toBeNull();
		const made = await Promise.all(["a.org", "b.org", "c.org"].map((domain) => holdService(pool, domain, held + 1)));
		expect(made.filter((one) => one !== null)).toHaveLength(1);
	});
});

describe("a moderator", () => {
	test("declines with a reason, after which reports are refused and what was kept stays unseen", async () => {
		await suggest("spam.org");
		const [row] = await rowOf("spam.org");
		expect(word(await house.listing.do({ deed: "decline-service", id: row?.id, reason: "" }, moderator))).toBe("malformed");
		expect(word(await house.listing.do({ deed: "decline-service", id: row?.id, reason: "No codes." }, moderator))).toBe("done");
		expect(word(await suggest("spam.org"))).toBe("declined-service");
		expect((await house.listing.held()).map(({ domain }) => domain)).not.toContain("spam.org");
		expect(await rowOf("spam.org")).toMatchObject([{ held: true, reports: 1 }]);
	});

	test("who is second changes nothing, and only the first is in the audit", async () => {
		await suggest("race.org");
		const [row] = await rowOf("race.org");
		const done = await Promise.all([
			listAs("race.org", "race"),
			house.listing.do({ deed: "decline-service", id: row?.id, reason: "Not this." }, moderator),
		]);
		expect(done.map(word).sort()).toEqual(["conflict", "done"]);
		const audit = await pool.query("SELECT who FROM audit WHERE subject = $1", [`service ${row?.id}`]);
		expect(audit.rows).toEqual([{ who: "m@example.org" }]);
	});

	test.each(["PayPal", "paypal"])("cannot give it a name that means another (%s)", async (slug) => {
		await suggest("clash.org");
		expect(word(await listAs("clash.org", slug.toLowerCase()))).toBe("conflict");
	});

	test.each([null, { ...moderator, role: "reader" as const }])("is who is one", async (person) => {
		expect(word(await house.listing.do({ ...listed, id: 1, name: "a", slug: "a" }, person))).toBe("forbidden");
		expect(word(await house.listing.do({ deed: "decline-service", id: 1, reason: "a" }, person))).toBe("forbidden");
	});
});

test("the lists adopt a suggested service by its domain, and make way for a slug of their own", async () => {
	await suggest("adopted.org");
	await suggest("rival.org");
	await listAs("rival.org", "fresh");
	const [before] = await rowOf("adopted.org");
	const row = { name: "Adopted", category: "work", channels: ["sms"], aliases: [], helpUrl: null } as const;
	const lists = referenceLists();
	const services = [...lists.services, { ...row, slug: "adopted", domain: "adopted.org" }, { ...row, slug: "fresh", domain: "fresh.org" }];
	const client = await pool.connect();
	await saveCatalog(client, { ...lists, services }).finally(() => client.release());
	const catalog = await openCatalog(pool);
	expect(catalog.findService("adopted")).toMatchObject({ id: before?.id, domain: "adopted.org" });
	expect([catalog.findService("fresh")?.domain, catalog.findService("rival.org")?.domain]).toEqual(["fresh.org", "rival.org"]);
});
