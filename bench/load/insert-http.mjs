// What many write first: every request is one INSERT, answered when it is committed. PORT, DATABASE_URL.
import { createServer } from "node:http";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query("CREATE SCHEMA IF NOT EXISTS peer");
await pool.query(`CREATE TABLE IF NOT EXISTS peer.report (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), at timestamptz NOT NULL DEFAULT now(),
	service text NOT NULL, channel text NOT NULL, symptom text NOT NULL, region text NOT NULL)`);
await pool.query("CREATE INDEX IF NOT EXISTS report_service_at ON peer.report (service, at)");

createServer((request, response) => {
	const pieces = [];
	request.on("data", (piece) => pieces.push(piece));
	request.on("end", async () => {
		const { service, channel, symptom, region } = JSON.parse(Buffer.concat(pieces));
		const { rows } = await pool.query("INSERT INTO peer.report (service, channel, symptom, region) VALUES ($1, $2, $3, $4) RETURNING id", [
			service,
			channel,
			symptom,
			region,
		]);
		response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(rows[0]));
	});
}).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
