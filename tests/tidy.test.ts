// STYLE's hard rules hold in the project, and each of them catches the offence it is there for.
import { describe, expect, test } from "vitest";
import { boundaries, environment, purity } from "./tidy/boundaries";
import { deadFiles, exceptions, names, sizes } from "./tidy/files";
import { sql } from "./tidy/sql";
import { type Offence, type Rule, readTree, type Tree } from "./tidy/tree";
import { leftovers, namedPaths } from "./tidy/words";

const rules = { boundaries, environment, purity, names, sizes, exceptions, deadFiles, leftovers, namedPaths, sql } satisfies Record<
	string,
	Rule
>;

describe("the project", () => {
	const tree = readTree();
	test.each(Object.entries(rules))("keeps the rule of %s", (_, rule) => {
		expect(rule(tree)).toEqual([]);
	});
});

/** A tree with one file in it is judged; what is found is told without the path. */
function offences(rule: Rule, path: string, text: string): Offence[] {
	const tree: Tree = new Map([[path, text]]);
	return rule(tree).map((offence) => offence.slice(path.length + 2));
}

const long = "const one = 1;\n".repeat(251);

const planted: [string, Rule, string, string][] = [
	["React in the domain", boundaries, "lib/status.ts", 'import { cache } from "react";'],
	["Next in the domain", boundaries, "lib/feed.ts", 'import { headers } from "next/headers";'],
	["a page in the domain", boundaries, "lib/feed.ts", 'import { Badge } from "@/components/badge";'],
	["the server in the domain", boundaries, "lib/feed.ts", 'import { port } from "../server/main";'],
	["a driver outside the store", boundaries, "lib/intake.ts", 'import pg from "pg";'],
	["Prisma in a page", boundaries, "app/page.tsx", 'import { PrismaClient } from "@prisma/client";'],
	["the store in a component", boundaries, "components/badge.tsx", 'import type { Row } from "@/lib/store/rows";'],
	["the store in a page, over a relative path", boundaries, "app/page.tsx", 'import { rows } from "../lib/store/rows";'],
	["the store in a page, imported late", boundaries, "app/page.tsx", 'const rows = await import("@/lib/store/rows");'],
	["a file read in a pure module", boundaries, "lib/detect/scan.ts", 'import { readFile } from "node:fs/promises";'],
	["the environment in the domain", environment, "lib/feed.ts", "const url = process.env.PUBLIC_URL;"],
	["the environment beside lib/env.ts's own reading", environment, "server/main.ts", "readEnv(process.env); process.env.PORT;"],
	["a clock in a pure module", purity, "lib/detect/scan.ts", "const now = Date.now();"],
	["today in a pure module", purity, "lib/time.ts", "const now = new Date();"],
	["chance in a pure module", purity, "lib/tally.ts", "const chance = Math.random();"],
	["a process in a pure module", purity, "lib/report.ts", "const pid = process.pid;"],
	["a drawer for everything", names, "lib/utils.ts", "export const one = 1;"],
	["a folder of such drawers", names, "lib/helpers/one.ts", "export const one = 1;"],
	["a barrel", names, "lib/everything.ts", '// All of it.\nexport * from "./one";\nexport { two } from "./two";\n'],
	["a barrel by name", names, "components/index.ts", "export const one = 1;"],
	["a file of 251 lines", sizes, "lib/long.ts", long],
	["a file nobody imports", deadFiles, "lib/dead.ts", "export const one = 1;"],
	["something left to do", leftovers, "lib/report.ts", "// TODO: later"],
	["a place of one machine", leftovers, "docs/operations.md", "Look into /root/undelivered/.data"],
	["a document with a path that leads nowhere", namedPaths, "ARCHITECTURE.md", "Reports come in at `lib/gone.ts`."],
	["a clock in an update", sql, "lib/store/claims.ts", "const q = `UPDATE reporter_claim SET touched_at = now() WHERE service_id = $1`;"],
	[
		"an interval in an upsert",
		sql,
		"lib/store/claims.ts",
		"`INSERT INTO tally VALUES ($1) ON CONFLICT (service_id) DO UPDATE SET at = tally.at + interval '1 hour'`",
	],
	["an update without service_id", sql, "lib/store/reports.ts", "`UPDATE report SET note = NULL WHERE id = $1`"],
	["a change of the shard column", sql, "lib/store/reports.ts", "`UPDATE report SET service_id = $1 WHERE service_id = $2`"],
	["locks skipped", sql, "lib/store/reports.ts", "`SELECT id FROM report FOR UPDATE SKIP LOCKED`"],
	["MERGE", sql, "lib/store/tallies.ts", "`MERGE INTO tally USING x ON true`"],
	["old and new rows returned", sql, "lib/store/tallies.ts", "`UPDATE tally SET late = 1 WHERE service_id = 1 RETURNING old.late`"],
	["a trigger", sql, "prisma/migrations/1_a/migration.sql", "CREATE TRIGGER t BEFORE INSERT ON report;"],
	["two tables dropped at once", sql, "prisma/migrations/1_a/migration.sql", "DROP TABLE one, two;"],
	["two changes in one ALTER", sql, "prisma/migrations/1_a/migration.sql", 'ALTER TABLE "one" ADD COLUMN "a" TEXT, ADD COLUMN "b" TEXT;'],
	[
		"a key of a sharded table without service_id",
		sql,
		"prisma/migrations/1_a/migration.sql",
		'CREATE TABLE "report" ("id" UUID, PRIMARY KEY ("id"));',
	],
	[
		"a unique index of a sharded table without service_id",
		sql,
		"prisma/migrations/1_a/migration.sql",
		'CREATE UNIQUE INDEX "x" ON "tally" ("at");',
	],
	["ids made by a newer PostgreSQL", sql, "lib/store/reports.ts", "`INSERT INTO report (id) VALUES (uuidv7())`"],
];

describe("a planted offence is found", () => {
	test.each(planted)("%s", (_, rule, path, text) => {
		expect(offences(rule, path, text)).toHaveLength(1);
	});

	test("a file that only a test imports", () => {
		const tree: Tree = new Map([
			["lib/dead.ts", "export const one = 1;"],
			["tests/dead.test.ts", 'import { one } from "@/lib/dead";'],
		]);
		expect(deadFiles(tree)).toEqual(["lib/dead.ts: nobody imports it"]);
	});
});

const innocent: [string, Rule, string, string][] = [
	["a comment about Date.now()", purity, "lib/time.ts", "// never Date.now()\nexport const one = new Date(0);"],
	["the environment handed on", environment, "server/main.ts", "const env = readEnv(process.env);"],
	["the database's time read once", sql, "lib/store/clock.ts", "`SELECT now() AS now`"],
	["a time as a parameter", sql, "lib/store/claims.ts", "`UPDATE reporter_claim SET touched_at = $2::timestamptz WHERE service_id = $1`"],
	["a module that re-exports beside its own", names, "lib/one.ts", 'export { two } from "./two";\nexport const one = 1;'],
	["250 lines", sizes, "lib/long.ts", long.replace("const one = 1;\n", "")],
];

test.each(innocent)("%s is no offence", (_, rule, path, text) => {
	expect(offences(rule, path, text)).toEqual([]);
});
