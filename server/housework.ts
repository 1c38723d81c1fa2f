// The household as a thread: it opens what it needs by the process's settings, and closes when it is sent a word.
import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { readEnv } from "@/lib/env";
import { openHousehold } from "./household";
import { openLog } from "./log";

if (parentPort) {
	const env = readEnv();
	const household = await openHousehold(env, openLog(env));
	await once(parentPort, "message");
	await household.close();
	process.exit();
}
