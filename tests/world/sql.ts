// Making and dropping whole databases, and asking one as nobody of the product does.
import pg from "pg";

/** The same server, another database. */
export function urlOf(server: string, database: string): string {
	const url = new URL(server);
	url.pathname = `/${database}`;
	return url.href;
}

export async function onServer(url: string, statement: string): Promise<void> {
	await rowsOn(url, statement);
}

/** What one statement gives, on a connection of its own. */
export async function rowsOn<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<readonly Row[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<Row>(statement)).rows;
	} finally {
		await client.end();
	}
}
