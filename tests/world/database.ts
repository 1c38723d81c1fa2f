// A real database for one test file: `const database = await freshDatabase()` at the top of the file.
import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { onServer, urlOf } from "./sql";

export type FreshDatabase = { url: string; name: string };

/** A migrated, otherwise empty database of its own, dropped after the file's last test. `migrated: false`: an empty one. */
export async function freshDatabase({ migrated = true } = {}): Promise<FreshDatabase> {
	const { url, template } = inject("databases");
	const name = `undelivered_test_${randomBytes(6).toString("hex")}`;
	await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${migrated ? template : "template0"}`);
	afterAll(() => onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
	return { url: urlOf(url, name), name };
}
