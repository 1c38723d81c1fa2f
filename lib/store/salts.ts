// The day's secret under which reporter and network keys are made. Whoever asks first makes it; the leader makes
// tomorrow's ahead and destroys what is older than half a day after its day.
import { randomBytes } from "node:crypto";
import { SALT_KEPT_AFTER_DAY_MS, type Salts } from "../reporter";
import { COUNT_WINDOW_MS } from "../tally";
import { DAY_MS, dayOf, plus, stepOf } from "../time";
import type { Pool } from "./pool";

const SALT_BYTES = 32;

/** Today's salt, and yesterday's within the first six hours of the day. */
export async function readSalts(pool: Pool, now: Date): Promise<Salts> {
	const today = await takeSalt(pool, dayOf(now));
	const isEarly = now.getTime() - stepOf(now, DAY_MS).getTime() < COUNT_WINDOW_MS;
	return { today, yesterday: isEarly ? await findSalt(pool, dayOf(plus(now, -DAY_MS))) : null };
}

/** The salt of a day, made now if nobody has. */
export async function takeSalt(pool: Pool, day: string): Promise<Buffer> {
	await pool.query("INSERT INTO salt (day, secret) VALUES ($1::date, $2) ON CONFLICT (day) DO NOTHING", [day, randomBytes(SALT_BYTES)]);
	const salt = await findSalt(pool, day);
	if (!salt) throw new Error(`the salt of ${day} is gone`);
	return salt;
}

async function findSalt(pool: Pool, day: string): Promise<Buffer | null> {
	const { rows } = await pool.query<{ secret: Buffer }>("SELECT secret FROM salt WHERE day = $1::date", [day]);
	return rows[0]?.secret ?? null;
}

/** Destroys every salt whose day ended more than twelve hours ago. */
export async function destroySalts(pool: Pool, now: Date): Promise<void> {
	await pool.query("DELETE FROM salt WHERE day < $1::date", [dayOf(plus(now, -SALT_KEPT_AFTER_DAY_MS))]);
}
