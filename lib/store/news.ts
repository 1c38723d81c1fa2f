// How does a change reach the other processes? NOTIFY carries the ids of services, sent by whoever changed them outside
// every intake transaction; a listener of its own hears them. When the connection is lost the poll of lib/live.ts is the net.
import pg from "pg";
import type { Pool } from "./pool";

const CHANNEL = "undelivered";
/** PostgreSQL takes payloads under 8,000 bytes: so many ids surely fit; beyond them the news is "everything". */
const IDS_MAX = 500;
const RECONNECT_MS = 2_000;

/** Tells every process that these services changed. */
export async function notify(pool: Pool, serviceIds: readonly number[]): Promise<void> {
	const payload = serviceIds.length > IDS_MAX ? "*" : serviceIds.join(" ");
	await pool.query("SELECT pg_notify($1, $2)", [CHANNEL, payload]);
}

/** Hears news until closed; `null` ids mean "anything may have changed", as after a lost connection. */
export function listen(connectionString: string, hear: (serviceIds: readonly number[] | null) => void): { close(): Promise<void> } {
	let client: pg.Client | null = null;
	let timer: NodeJS.Timeout | null = null;
	let isClosed = false;

	async function connect(): Promise<void> {
		timer = null;
		const next = new pg.Client({
			connectionString,
			application_name: "undelivered listener",
			keepAlive: true,
			connectionTimeoutMillis: 5_000,
		});
		next.on("notification", ({ payload }) => hear(payload === "*" || !payload ? null : payload.split(" ").map(Number)));
		next.on("error", () => retry(next));
		next.on("end", () => retry(next));
		client = next;
		try {
			await next.connect();
			await next.query(`LISTEN ${CHANNEL}`);
			hear(null);
		} catch {
			retry(next);
		}
	}

	function retry(lost: pg.Client): void {
		if (isClosed || client !== lost || timer) return;
		timer = setTimeout(connect, RECONNECT_MS);
	}

	void connect();
	return {
		async close() {
			isClosed = true;
			if (timer) clearTimeout(timer);
			await client?.end();
		},
	};
}
