// The same key and body gives the first answer again; the same key with another body is refused. Keys are taken in the
// report's own transaction: a key whose transaction fails was never taken, and two at once wait for each other.
import { HOUR_MS, plus } from "../time";
import type { Connection, Pool } from "./pool";
import type { Filed, Filing, Settled } from "./reports";

/** How long an answer is kept for the same key. */
export const KEY_KEPT_MS = 24 * HOUR_MS;

/** A client's key and the body it came with, both hashed; `answer` is what is kept once the report has its id. */
export type Keyed = { key: Buffer; body: Buffer; answerOf(filed: Filed): unknown };

export type Answered = { tag: "answered"; answer: unknown } | { tag: "other-body" };

type KeyRow = { key: Buffer; body: Buffer; answer: unknown };

/** Takes the keys of a batch; gives back what is settled already. */
export async function takeKeys(connection: Connection, filings: readonly Filing[], at: Date): Promise<Map<Filing, Answered>> {
	const keyed = filings.flatMap((filing) => (filing.keyed ? [{ filing, keyed: filing.keyed }] : []));
	if (keyed.length === 0) return new Map();
	const keys = keyed.map((one) => one.keyed.key);
	await connection.query("DELETE FROM idempotency WHERE key = ANY ($1::bytea[]) AND at < $2::timestamptz", [keys, plus(at, -KEY_KEPT_MS)]);
	const { rows: taken } = await connection.query<{ key: Buffer }>(
		`INSERT INTO idempotency (key, body, at) SELECT key, body, $3::timestamptz FROM unnest($1::bytea[], $2::bytea[]) AS t(key, body)
		 ORDER BY key ON CONFLICT (key) DO NOTHING RETURNING key`,
		[keys, keyed.map((one) => one.keyed.body), at],
	);
	const fresh = new Set(taken.map((row) => row.key.toString("base64")));
	const { rows: known } = await connection.query<KeyRow>("SELECT key, body, answer FROM idempotency WHERE key = ANY ($1::bytea[])", [keys]);
	const kept = new Map(known.map((row) => [row.key.toString("base64"), row]));
	return new Map(
		keyed.flatMap(({ filing, keyed: one }) => {
			const name = one.key.toString("base64");
			const row = kept.get(name);
			if (fresh.has(name) || !row) return [];
			return [[filing, row.body.equals(one.body) ? { tag: "answered", answer: row.answer } : { tag: "other-body" }]];
		}),
	);
}

/** Keeps the answers of what was filed, in the same transaction. */
export async function keepAnswers(connection: Connection, settled: ReadonlyMap<Filing, Settled>): Promise<void> {
	const answers = [...settled].flatMap(([{ keyed }, one]) =>
		keyed && one.tag === "filed" ? [{ key: keyed.key, answer: keyed.answerOf(one.filed) }] : [],
	);
	if (answers.length === 0) return;
	await connection.query(
		"UPDATE idempotency AS kept SET answer = t.answer FROM unnest($1::bytea[], $2::json[]) AS t(key, answer) WHERE kept.key = t.key",
		[answers.map((one) => one.key), answers.map((one) => JSON.stringify(one.answer))],
	);
}

/** Forgets keys whose day is over. */
export async function forgetKeys(pool: Pool, now: Date): Promise<void> {
	await pool.query("DELETE FROM idempotency WHERE at < $1::timestamptz", [plus(now, -KEY_KEPT_MS)]);
}

/** What is known of a key before anything is filed under it: `null` when nothing is. */
export async function findAnswer(pool: Pool, { key, body, now }: { key: Buffer; body: Buffer; now: Date }): Promise<Answered | null> {
	const { rows } = await pool.query<KeyRow>("SELECT key, body, answer FROM idempotency WHERE key = $1 AND at >= $2::timestamptz", [
		key,
		plus(now, -KEY_KEPT_MS),
	]);
	const [row] = rows;
	if (!row) return null;
	return row.body.equals(body) ? { tag: "answered", answer: row.answer } : { tag: "other-body" };
}
