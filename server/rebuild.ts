// The tallies held against the reports, day by day, said in sentences and mended. Mending is many short transactions: a run
// that is killed leaves what it mended, and the next finds the rest.
import { type Difference, type Names, sentenceOf } from "@/lib/rebuild";
import { migrate } from "@/lib/store/migrate";
import { notify } from "@/lib/store/news";
import { countStranded, oldestDay } from "@/lib/store/partitions";
import { type Connection, openPool, type Pool, readClock } from "@/lib/store/pool";
import { compareDay, countLostClaims, isReady, listServicesOf, mend, readNames, refold, whileRebuilding } from "@/lib/store/rebuild";
import { COUNT_WINDOW_MS } from "@/lib/tally";
import { DAY_MS, dayOf, plus, stepOf, stepsBetween } from "@/lib/time";
import { figure } from "@/lib/words";
import type { Command } from "./import";

const EXAMPLES_MAX = 20;
const SIGN_OF_LIFE_MS = 10_000;

/** `from` and `to` are UTC days, both included; `null` leaves that end open. */
export type Options = { isDry: boolean; from: string | null; to: string | null };

/** Mends, or with `isDry` only says, where the tallies differ. Throws a sentence when a dry run finds differences. */
export async function run(options: Options, { databaseUrl, retainDays, say }: Command): Promise<void> {
	if (!options.isDry) await migrate(databaseUrl);
	const pool = openPool(databaseUrl, () => {});
	try {
		await whileRebuilding(pool, async (connection) => {
			if (!(await isReady(connection)))
				throw new Error("The database is of an older version. Start this one once, then ask again: npm start");
			const names = namesOf(await readNames(connection));
			await rebuild({ pool, connection, names, say, isDry: options.isDry }, options, retainDays);
		});
	} finally {
		await pool.end();
	}
}

type Rebuild = { pool: Pool; connection: Connection; names: Names; say(line: string): void; isDry: boolean };
type Found = { compared: number; differing: number; examples: readonly Difference[] };

async function rebuild(parts: Rebuild, { from, to }: Options, retainDays: number): Promise<void> {
	const { connection, say } = parts;
	const now = await readClock(connection);
	const oldest = oldestDay(now, retainDays);
	if (from !== null && from < dayOf(oldest)) say(`Reports are kept from ${dayOf(oldest)} on: what was before stays as it is.`);
	const total = { compared: 0, differing: 0 };
	for (const day of stepsBetween(oldest, now, DAY_MS)) {
		if ((from !== null && dayOf(day) < from) || (to !== null && dayOf(day) > to)) continue;
		const { compared, differing, examples } = await rebuildDay(parts, day);
		if (compared > 0) say(`${dayOf(day)}: ${figure(compared)} rows compared, ${figure(differing)} differ.`);
		for (const example of examples.slice(0, Math.max(0, EXAMPLES_MAX - total.differing))) say(`  ${sentenceOf(example, parts.names)}`);
		total.compared += compared;
		total.differing += differing;
	}
	await sayWhatElse(parts, now);
	conclude(parts, total);
}

async function rebuildDay(parts: Rebuild, day: Date): Promise<Found> {
	const { connection, say } = parts;
	const services = await listServicesOf(connection, day);
	const found = { compared: 0, differing: 0, examples: [] as Difference[] };
	const differing: number[] = [];
	let saidAt = performance.now();
	for (const [index, serviceId] of services.entries()) {
		const one = await rebuildService(parts, serviceId, day);
		if (one === null) {
			say(`${dayOf(day)}: the reports of this day are not kept whole, so its tallies stay as they are.`);
			break;
		}
		found.compared += one.compared;
		found.differing += one.differing;
		found.examples.push(...one.examples.slice(0, EXAMPLES_MAX - found.examples.length));
		if (one.differing > 0) differing.push(serviceId);
		if (performance.now() - saidAt > SIGN_OF_LIFE_MS) {
			say(`${dayOf(day)}: ${index + 1} of ${services.length} services compared`);
			saidAt = performance.now();
		}
	}
	if (!parts.isDry && differing.length > 0) await notify(parts.pool, differing);
	return found;
}

/** Five minutes first, then the hours and the day that are their sums; `null` when the reports are not whole. */
async function rebuildService({ connection, names, say, isDry }: Rebuild, serviceId: number, day: Date): Promise<Found | null> {
	const comparison = await compareDay(connection, serviceId, day);
	if (comparison === null) return null;
	const { compared, differences, shortfall } = comparison;
	if (!isDry && shortfall.length > 0) await mend(connection, shortfall);
	const sums = await refold(connection, { serviceId, day, isDry });
	if (sums.differing > 0)
		say(`${dayOf(day)} ${names.service(serviceId)}: of its hours and days ${sums.differing} rows are not the sums they should be.`);
	return { compared: compared + sums.compared, differing: differences.length + sums.differing, examples: differences };
}

/** What a rebuild sees beside the counts, and leaves alone. */
async function sayWhatElse({ connection, say }: Rebuild, now: Date): Promise<void> {
	const stranded = await countStranded(connection, stepOf(now, DAY_MS));
	if (stranded > 0)
		say(`Reports of days that have passed and have no table of their own: ${stranded}. They are counted and dropped like others.`);
	const lost = await countLostClaims(connection, plus(now, -COUNT_WINDOW_MS));
	if (lost > 0) say(`People who stand counted for a report that is not there: ${lost}. In six hours at most that is over.`);
}

function conclude({ say, isDry }: Rebuild, { compared, differing }: { compared: number; differing: number }): void {
	const rows = `${figure(compared)} rows compared`;
	if (differing > EXAMPLES_MAX) say(`  … and ${figure(differing - EXAMPLES_MAX)} more.`);
	if (differing > 0 && isDry) throw new Error(`${rows}, ${figure(differing)} differ. Mend them with: npm run rebuild`);
	say(differing > 0 ? `${rows}: ${figure(differing)} differed and were mended.` : `${rows}: the tallies say what the reports say.`);
}

function namesOf(names: Awaited<ReturnType<typeof readNames>>): Names {
	const nameOf = (kind: keyof typeof names) => (id: number) => names[kind].get(id) ?? `${kind} ${id}`;
	return { service: nameOf("service"), carrier: nameOf("carrier"), region: nameOf("region") };
}
