// node bin/schema.mjs check       is prisma/schema.prisma what the migrations make?
// node bin/schema.mjs new NAME    writes the migration that leads there, to be read and completed by hand
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sentenceFor } from "./failure.mjs";
import { root } from "./folders.mjs";
import { openTemporaryPostgres } from "./postgres.mjs";
import { migrationsFolder, openEngine } from "./schema-engine.mjs";

const [command, name] = process.argv.slice(2);

try {
	if (command === "check") check(await difference());
	else if (command === "new" && /^[a-z0-9_]+$/.test(name ?? "")) write(await difference());
	else fail("Say `check`, or `new` and a name of small letters, digits and underscores.");
} catch (error) {
	fail(sentenceFor(error));
}
// The engine keeps its connections.
process.exit();

/** The SQL that is missing between the migrations, applied to a database of their own, and the schema. */
async function difference() {
	const database = await openTemporaryPostgres();
	try {
		const engine = await openEngine(database.url);
		await engine.applyMigrations();
		return await engine.diff();
	} finally {
		await database.end();
	}
}

function check(sql) {
	if (sql === "") console.log("The schema is what the migrations make.");
	else fail(`prisma/schema.prisma differs from the migrations. Write one (node bin/schema.mjs new NAME) that does:\n\n${sql}`);
}

function write(sql) {
	if (sql === "") return console.log("Nothing to write: the schema is what the migrations make.");
	const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
	const folder = join(migrationsFolder, `${stamp}_${name}`);
	mkdirSync(join(root, folder), { recursive: true });
	writeFileSync(join(root, folder, "migration.sql"), `${sql}\n`);
	console.log(`Wrote ${folder}/migration.sql`);
}

function fail(sentence) {
	console.error(sentence);
	process.exitCode = 1;
}
