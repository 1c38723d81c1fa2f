// The order of a start: settings, set-up, database, server; and of an end: server, database.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { refuseUnusable } from "./before.mjs";
import { sentenceFor } from "./failure.mjs";
import { dataFolder, keptSecret, root } from "./folders.mjs";
import { openPostgres } from "./postgres.mjs";
import { say } from "./say.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup.mjs";
import { onStop } from "./signals.mjs";

/** Starts everything and stays until told to stop. Ends the process with a sentence when that is not possible. */
export async function launch({ dev }) {
	const stopping = new AbortController();
	const starting = start(dev, stopping.signal);
	onStop(async () => {
		stopping.abort();
		const close = await starting.catch(() => async () => {});
		await close();
	});
	await starting.catch((error) => {
		if (stopping.signal.aborted) return;
		console.error(`\n${sentenceFor(error)}`);
		process.exit(1);
	});
}

async function start(dev, signal) {
	process.chdir(root);
	console.log(dev ? "Undelivered, for development" : "Undelivered");
	readSettings(dev);
	await refuseUnusable();
	await setUp(dev ? ["install", "generate"] : undefined, signal);
	const database = await openDatabase();
	try {
		signal.throwIfAborted();
		const server = dev ? await (await import("./dev.mjs")).serveWhileEdited() : await serve();
		return async () => {
			await server.close();
			await database.close();
		};
	} catch (error) {
		await database.close();
		throw error;
	}
}

/** `.env` fills in what is not set; what nobody set is filled in here. */
function readSettings(dev) {
	if (existsSync(".env")) loadEnvFile();
	process.env.NODE_ENV = dev ? "development" : "production";
	process.env.NEXT_TELEMETRY_DISABLED = "1";
	process.env.DATA_DIR = dataFolder();
	process.env.AUTH_SECRET ||= keptSecret(process.env.DATA_DIR, "auth.secret");
	if (process.env.DATABASE_URL && !process.env.PUBLIC_URL) {
		say("PUBLIC_URL is not set: links in feeds, mails and widgets will point to localhost. Set it to the address people use.");
	}
}

function loadEnvFile() {
	if (!process.loadEnvFile)
		throw new Error("Reading .env needs Node 20.12 or newer. Update Node, or set the variables yourself and remove .env.");
	process.loadEnvFile(join(root, ".env"));
}

/** The database in DATABASE_URL is somebody else's to stop. */
async function openDatabase() {
	if (process.env.DATABASE_URL) return { close: async () => {} };
	const embedded = await openPostgres(process.env.DATA_DIR);
	process.env.DATABASE_URL = embedded.url;
	say(`Database: embedded PostgreSQL in ${embedded.pg}${embedded.wasAdopted ? ", found running" : ""}`);
	return embedded;
}
