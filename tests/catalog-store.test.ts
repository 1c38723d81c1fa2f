import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { referenceLists } from "../lib/catalog/seed";
import { openCatalog, readCatalog, saveCatalog } from "../lib/store/catalog";
import { freshDatabase } from "./world/database";

const database = await freshDatabase();

describe("the catalogue in the database", () => {
	const pool = new pg.Pool({ connectionString: database.url, max: 5 });
	afterAll(() => pool.end());

	it("is the same for five processes that start at once on an empty database", async () => {
		const opened = await Promise.all(Array.from({ length: 5 }, () => openCatalog(pool)));
		const [first] = opened;
		for (const catalog of opened) expect(catalog.services).toEqual(first?.services);
		const lists = referenceLists();
		expect([first?.services.length, first?.carriers.length, first?.regions.length]).toEqual([
			lists.services.length,
			lists.carriers.length,
			lists.regions.length,
		]);
	});

	it("gives back what was listed", async () => {
		const { services, carriers, regions } = await openCatalog(pool);
		const lists = referenceLists();
		expect(services.map(withoutId).sort()).toEqual(lists.services.map(withoutId).sort());
		expect(carriers.map(withoutId).sort()).toEqual(lists.carriers.map(withoutId).sort());
		expect(regions.map(withoutId).sort()).toEqual(lists.regions.map(withoutId).sort());
	});

	it("writes nothing and uses up no id when nothing changed", async () => {
		await openCatalog(pool);
		const before = await versions();
		await openCatalog(pool);
		expect(await versions()).toEqual(before);
	});

	it("changes a row that differs under its old id and leaves the others alone", async () => {
		await openCatalog(pool);
		const before = await rowsOf("service");
		const lists = referenceLists();
		const services = lists.services.map((service) => (service.slug === "x" ? { ...service, name: "Twitter", helpUrl: null } : service));
		await save({ ...lists, services });
		const after = await rowsOf("service");
		expect(after.filter((row, index) => row.version !== before[index]?.version).map((row) => row.key)).toEqual(["x"]);
		expect(after.map((row) => [row.id, row.key])).toEqual(before.map((row) => [row.id, row.key]));
		expect((await openCatalog(pool)).findService("x")?.name).toBe("X");
	});

	it("keeps what is no longer listed, since reports point at it", async () => {
		const lists = referenceLists();
		const gone = { ...lists.services[0], slug: "gone", name: "Gone", domain: "gone.example", aliases: [] };
		const services = [...lists.services, { category: "work", channels: ["sms"], helpUrl: null, ...gone } as const];
		await save({ ...lists, services });
		const id = (await openCatalog(pool)).findService("gone")?.id;
		expect(id).toBeGreaterThan(0);
		expect((await openCatalog(pool)).findService("gone")?.id).toBe(id);
	});

	it("gives the connection back when it fails, and leaves nothing half done", async () => {
		const lists = referenceLists();
		const broken = { ...lists, regions: [...lists.regions, { code: "QQ", name: "", parent: null }] };
		await pool.query("ALTER TABLE region ADD CONSTRAINT named CHECK (name <> '')");
		await expect(save(broken)).rejects.toThrow("named");
		await pool.query("ALTER TABLE region DROP CONSTRAINT named");
		expect((await openCatalog(pool)).findRegion("QQ")).toBeNull();
	});

	it("starts in well under a second when nothing changed", async () => {
		await openCatalog(pool);
		const started = performance.now();
		await openCatalog(pool);
		expect(performance.now() - started).toBeLessThan(1_000);
	});

	async function save(lists: Parameters<typeof saveCatalog>[1]): Promise<void> {
		const client = await pool.connect();
		try {
			await client.query("BEGIN");
			await saveCatalog(client, lists);
			await readCatalog(client);
			await client.query("COMMIT");
		} catch (error) {
			await client.query("ROLLBACK");
			throw error;
		} finally {
			client.release();
		}
	}

	async function rowsOf(table: "service" | "carrier" | "region") {
		const key = { service: "slug", carrier: "key", region: "code" }[table];
		const { rows } = await pool.query<{ id: number; key: string; version: string }>(
			`SELECT id, ${key} AS key, xmin::text AS version FROM ${table} ORDER BY id`,
		);
		return rows;
	}

	async function versions() {
		const sequences = await pool.query("SELECT sequencename, last_value FROM pg_sequences ORDER BY 1");
		return { rows: [await rowsOf("service"), await rowsOf("carrier"), await rowsOf("region")], ids: sequences.rows };
	}
});

/** As text with its keys in order, so that lists can be sorted and compared. */
function withoutId(row: object): string {
	return JSON.stringify(Object.entries({ ...row, id: null }).sort());
}
