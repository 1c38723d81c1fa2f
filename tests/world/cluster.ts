// One PostgreSQL for a whole run: a temporary one on a free port, or the server in TEST_DATABASE_URL, never the
// project's own. It holds one migrated database that every test file's own is copied from.
import type { TestProject } from "vitest/node";
import { openTemporaryPostgres } from "../../bin/postgres.mjs";
import { migrate } from "../../lib/store/migrate";
import { onServer, urlOf } from "./sql";

declare module "vitest" {
	interface ProvidedContext {
		/** Where databases are made, and the migrated one they are copied from. */
		databases: { url: string; template: string };
	}
}

export default async function openCluster(project: TestProject): Promise<() => Promise<void>> {
	const cluster = await (process.env.TEST_DATABASE_URL ? given(process.env.TEST_DATABASE_URL) : openTemporaryPostgres());
	const template = `undelivered_template_${process.pid}`;
	await onServer(cluster.url, `CREATE DATABASE ${template}`);
	await migrate(urlOf(cluster.url, template));
	project.provide("databases", { url: cluster.url, template });
	return async () => {
		await onServer(cluster.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
		await cluster.end();
	};
}

function given(url: string) {
	return { url, end: async () => {} };
}
