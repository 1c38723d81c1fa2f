// The frame of a command that works on the database: set-up that is due, the embedded database or DATABASE_URL, the
// bundled command, and a sentence when it does not succeed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sentenceFor } from "./failure.mjs";
import { dataFolder, root } from "./folders.mjs";
import { openPostgres } from "./postgres.mjs";
import { say } from "./say.mjs";
import { setUp } from "./setup.mjs";

/** Runs the bundled command of this name with the arguments. */
export async function runOnDatabase(name, args) {
	process.chdir(root);
	if (existsSync(".env")) process.loadEnvFile(".env");
	await attempt(async () => {
		await setUp(["install", "generate", "bundle"]);
		const database = process.env.DATABASE_URL ? null : await openPostgres(dataFolder());
		try {
			const { run } = await import(pathToFileURL(join(root, `build/${name}.mjs`)).href);
			await run(args, {
				databaseUrl: database?.url ?? process.env.DATABASE_URL,
				retainDays: Number(process.env.RETAIN_DAYS || 30),
				falseAlarmsPerDay: Number(process.env.FALSE_ALARMS_PER_DAY || 0.05),
				say,
			});
		} finally {
			await database?.close();
		}
	});
}

async function attempt(deed) {
	try {
		await deed();
	} catch (error) {
		console.error(`\n${sentenceFor(error)}`);
		process.exitCode = 1;
	}
}
