// Who runs the watch? One process at a time: whoever holds an advisory lock on a connection of its own. When that
// process dies its session ends, the lock falls, and the next to ask takes it.
import pg from "pg";
import type { Pool } from "./pool";

/** One number in PostgreSQL's 64-bit lock space: the bytes of "undelive". */
const LOCK = "8461811136649066085";

/** A line that does not answer in this time is taken for lost, and the lock with it. */
const ANSWER_TIMEOUT_MS = 5_000;

export type Leadership = {
	/** True while this process leads; asks for the lock when it does not. Throws when the line to the database is lost. */
	lead(): Promise<boolean>;
	resign(): Promise<void>;
};

export function makeLeadership(connectionString: string): Leadership {
	let connection: pg.Client | null = null;
	let isLeading = false;

	async function connect(): Promise<pg.Client> {
		const client = new pg.Client({
			connectionString,
			application_name: "undelivered leader",
			keepAlive: true,
			connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
			query_timeout: ANSWER_TIMEOUT_MS,
		});
		client.on("error", () => lose(client));
		client.on("end", () => lose(client));
		await client.connect();
		return client;
	}

	function lose(client: pg.Client): void {
		if (connection !== client) return;
		connection = null;
		isLeading = false;
	}

	/** Asks for the lock, or whether the line that holds it still stands: a session that ended has let it go. */
	async function ask(client: pg.Client): Promise<boolean> {
		const question = isLeading ? "SELECT $1::bigint IS NOT NULL AS held" : "SELECT pg_try_advisory_lock($1::bigint) AS held";
		const { rows } = await client.query<{ held: boolean }>(question, [LOCK]);
		return rows[0]?.held ?? false;
	}

	return {
		async lead() {
			const client = connection ?? (await connect());
			connection = client;
			try {
				isLeading = await ask(client);
			} catch (error) {
				lose(client);
				client.end().catch(() => {});
				throw error;
			}
			return isLeading;
		},
		async resign() {
			const client = connection;
			connection = null;
			isLeading = false;
			await client?.end();
		},
	};
}

/** Ends the session of whoever leads; the lock falls to the next who asks. */
export async function endLeader(pool: Pool): Promise<void> {
	await pool.query(
		"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'undelivered leader' AND datname = current_database() AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)",
	);
}
