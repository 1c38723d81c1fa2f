// The report form without scripts: a service that is not listed is offered as a suggestion, and nothing typed is lost.
import pg from "pg";
import { expect, test } from "vitest";
import { postForm } from "./world/form";
import { startServer } from "./world/server";

const server = await startServer();
const typed = { service: "https://www.Corner-Bank.org/login", channel: "email", symptom: "missing", region: "US", note: "since noon" };

test("offers the domain of what was typed, keeps everything, and takes the report once it is ticked", async () => {
	const refused = await postForm(server.url, typed);
	expect(refused).toContain("It is not listed: suggest corner-bank.org");
	for (const kept of [typed.service, typed.note]) expect(refused).toContain(kept);
	const thanks = await postForm(server.url, { ...typed, suggest: "corner-bank.org" });
	expect(thanks).toContain("corner-bank.org is not listed yet. Your report is kept, and counts once a moderator has added it.");
	expect(thanks).not.toContain("/services/corner-bank.org");
	expect(await reportsAbout("corner-bank.org")).toBe(1);
});

test("takes no tick that was set beside another name", async () => {
	expect(await postForm(server.url, { ...typed, suggest: "another.org" })).toContain("We do not know this service");
	expect(await reportsAbout("another.org")).toBe(0);
});

test("shows the desk of suggestions to moderators only", async () => {
	const answer = await fetch(`${server.url}/desk/services`, { redirect: "manual" });
	expect([answer.status, answer.headers.get("location")]).toEqual([307, "/sign-in"]);
});

async function reportsAbout(domain: string): Promise<number> {
	const client = new pg.Client({ connectionString: server.databaseUrl, application_name: "test" });
	await client.connect();
	const { rows } = await client.query<{ count: number }>(
		"SELECT count(*)::int AS count FROM report JOIN service ON service.id = service_id WHERE domain = $1",
		[domain],
	);
	await client.end();
	return rows[0]?.count ?? 0;
}
