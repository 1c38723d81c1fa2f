// A day that was made up, played in or taken out. Both happen while this process leads, so that a running server lets go,
// and recalls what is there when it leads again.
import { setTimeout as wait } from "node:timers/promises";
import { playDemo } from "@/lib/demo/play";
import { coldModel } from "@/lib/fitting";
import { openCatalog } from "@/lib/store/catalog";
import { clearDemo, findGround } from "@/lib/store/demo";
import { endLeader, makeLeadership } from "@/lib/store/leader";
import { migrate } from "@/lib/store/migrate";
import { notify } from "@/lib/store/news";
import { openPool, type Pool, readClock } from "@/lib/store/pool";

/** Longer than a server's round: it must have seen that it does not lead. */
const LED_AT_LEAST_MS = 2_500;
const ASK_AGAIN_MS = 100;

export type Command = { databaseUrl: string; falseAlarmsPerDay: number; say(line: string): void };

/** `--clear` takes it out, `--anyway` plays it beside real reports. Played again it replaces what was there. */
export async function run(args: readonly string[], { databaseUrl, falseAlarmsPerDay, say }: Command): Promise<void> {
	await migrate(databaseUrl);
	const pool = openPool(databaseUrl, () => {});
	const leadership = makeLeadership(databaseUrl);
	try {
		const { hasReal, hasDemo } = await findGround(pool);
		const isClearing = args.includes("--clear");
		if (isClearing && !hasDemo) return say("There is nothing of the demo here.");
		if (!isClearing && hasReal && !args.includes("--anyway")) {
			throw new Error("This database holds people's reports. Use an empty one, or add --anyway: npm run demo -- --anyway");
		}
		while (!(await leadership.lead())) {
			await endLeader(pool);
			await wait(ASK_AGAIN_MS);
		}
		await Promise.all([isClearing ? clear(pool, say) : play(pool, falseAlarmsPerDay, say), wait(LED_AT_LEAST_MS)]);
	} finally {
		await leadership.resign();
		await pool.end();
	}
}

async function clear(pool: Pool, say: (line: string) => void): Promise<void> {
	await notify(pool, await clearDemo(pool));
	say("The demo is taken out.");
}

async function play(pool: Pool, falseAlarmsPerDay: number, say: (line: string) => void): Promise<void> {
	const catalog = await openCatalog(pool);
	await clearDemo(pool);
	const filed = await playDemo({ pool, catalog, model: coldModel(falseAlarmsPerDay), now: await readClock(pool) });
	await notify(
		pool,
		catalog.services.map((service) => service.id),
	);
	say(`Played in ${filed.length} reports of the last 24 hours. Take them out with: npm run demo -- --clear`);
}
