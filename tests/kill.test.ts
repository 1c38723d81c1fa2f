// Acknowledged means committed: what was answered 201 is there after the process was killed in the middle.
import pg from "pg";
import { expect, test } from "vitest";
import { startServer } from "./world/server";

const server = await startServer({ env: { TRUST_PROXY: "1" } });

test("reports acknowledged before kill -9 are there after the restart, in rows and in tallies", async () => {
	const acknowledged = new Set<string>();
	const posting = Promise.all(Array.from({ length: 8 }, (_, lane) => postUntilRefused(lane, acknowledged)));
	while (acknowledged.size < 150) await new Promise((resolve) => setTimeout(resolve, 5));
	await server.kill("SIGKILL");
	await posting;
	await server.restart();

	const { ids, counted, tallied } = await ground();
	expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
	expect(tallied).toBe(counted);
	const timeline = await (await fetch(`${server.url}/api/v1/services/google/timeline`)).json();
	expect(timeline.points.reduce((sum: number, point: { missing: number }) => sum + point.missing, 0)).toBe(counted);
});

/** One client after another from its own networks, until the server is gone. */
async function postUntilRefused(lane: number, acknowledged: Set<string>): Promise<void> {
	for (let turn = 0; ; turn++) {
		try {
			const answer = await fetch(`${server.url}/api/v1/reports`, {
				method: "POST",
				headers: { "content-type": "application/json", "x-forwarded-for": `${60 + lane}.${turn % 256}.${Math.floor(turn / 256)}.1` },
				body: JSON.stringify({ service: "google", channel: "sms", symptom: "missing", region: "US" }),
			});
			if (answer.status === 201) acknowledged.add((await answer.json()).id);
		} catch {
			return;
		}
	}
}

async function ground(): Promise<{ ids: ReadonlySet<string>; counted: number; tallied: number }> {
	const client = new pg.Client({ connectionString: server.databaseUrl });
	await client.connect();
	const { rows: reports } = await client.query<{ id: string; counted: boolean }>("SELECT id, counted FROM report");
	const { rows: totals } = await client.query<{ missing: number }>(
		"SELECT sum(missing)::int AS missing FROM tally WHERE channel = -1 AND carrier_id = -1 AND region_id = -1",
	);
	await client.end();
	return {
		ids: new Set(reports.map(({ id }) => id)),
		counted: reports.filter(({ counted }) => counted).length,
		tallied: totals[0]?.missing ?? 0,
	};
}
