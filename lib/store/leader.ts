// Who runs the watch? One process at a time: whoever holds an advisory lock on a connection of its own. When that
// process dies its session ends, the lock falls, and the next to ask takes it.
import pg from "pg";

/** One number in PostgreSQL's 64-bit lock space; spells "undelive". */
const LOCK = "8461807497214453349";

export type Leadership = {
	/** True while this process leads; asks for the lock when it does not. */
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
			connectionTimeoutMillis: 5_000,
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

	return {
		async lead() {
			if (isLeading) return true;
			connection ??= await connect();
			const { rows } = await connection.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1::bigint) AS held", [LOCK]);
			isLeading = rows[0]?.held ?? false;
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
