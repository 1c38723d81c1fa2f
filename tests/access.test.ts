// Who may do what: every role, every guarded deed, every door, tried for real and looked up in the database.
import { afterAll, describe, expect, test } from "vitest";
import { MAY, type Role, roles } from "../lib/access";
import { openPool } from "../lib/store/pool";
import { readTree, type Tree } from "./tidy/tree";
import { anIncident, type Door, doors, suggestService } from "./world/deeds";
import { hiddenFields, post } from "./world/form";
import { signInElsewhere, signUp, tokenOf } from "./world/people";
import { startServer } from "./world/server";

/** What anybody may do. */
const openActions = ["leave", "report", "sendLink"];
const somebody = ["stranger", ...roles] as const;
type Somebody = (typeof somebody)[number];

const server = await startServer();
const pool = openPool(server.databaseUrl, () => {});
afterAll(() => pool.end());
const incident = await anIncident(pool);
await suggestService(pool);
for (const role of roles) await signUp({ pool }, role, role);
await signInElsewhere(pool, "admin");

function headersOf(who: Somebody): Record<string, string> {
	const cookie = who === "stranger" ? "" : `authjs.session-token=${tokenOf({ id: who })}`;
	return { origin: server.url, ...(cookie && { cookie }) };
}

const see = (path: string, who: Somebody) => fetch(server.url + path, { headers: headersOf(who), redirect: "manual" });

/** What the admin's page gives its forms: the same for everybody who can guess it. */
const actionFields = new Map<string, Record<string, string>>();
for (const { action, page, has } of Object.values(doors)) {
	const fields = actionFields.get(action) ?? hiddenFields(await (await see(page, "admin")).text(), has);
	if (!fields) throw new Error(`${page} has no form with ${has}`);
	actionFields.set(action, Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith("$ACTION"))));
}

/** The two ways to an action: as a form without scripts posts it, and as React calls it. */
const ways = {
	form: ({ action, page }: Door, fields: Record<string, string>, who: Somebody) =>
		post(server.url + page, Object.entries({ ...actionFields.get(action), ...fields }), headersOf(who)),
	call: ({ action, page }: Door, fields: Record<string, string>, who: Somebody) => {
		const [id = ""] =
			Object.entries(actionFields.get(action) ?? {})
				.join()
				.match(/[\da-f]{40,}/) ?? [];
		const named = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value] as const);
		return post(server.url + page, [...named, ["0", '[null,"$K1"]']], { ...headersOf(who), "next-action": id });
	},
};

const TABLES = ["incident", "incident_update", "stance", "audit", "service", '"user"', "session", "invitation", "authenticator", "account"];

/** All that a deed could change, in a word a table. */
async function everything(): Promise<unknown> {
	const tables = TABLES.map((table) => `(SELECT md5(string_agg(row::text, '' ORDER BY row::text)) FROM ${table} AS row)`);
	return (await pool.query(`SELECT ${tables.map((table, place) => `${table} AS t${place}`).join()}`)).rows;
}

const table = Object.entries(doors).flatMap(([deed, door]) =>
	somebody.flatMap((who) => (["form", "call"] as const).map((way) => ({ deed, door, who, way }))),
);

test.each(table)("$who, $deed by $way", async ({ door, who, way }) => {
	const { fields, done } = await door.trial(pool, who === "stranger" ? "moderator" : who);
	const before = await everything();
	const answer = await ways[way](door, fields, who);
	const isDone = (await pool.query(done[0], [...done[1]])).rowCount === 1;
	expect(isDone).toBe(door.may.some((role) => role === who));
	expect(answer.status).toBeLessThan(500);
	if (!isDone) expect(await everything()).toEqual(before);
});

/** What a page of the desk shows to whoever may see it. */
const rooms = [
	{ path: "/desk", may: ["moderator", "admin"], shows: "Your decision" },
	{ path: "/desk/services", may: ["moderator", "admin"], shows: "Or decline it" },
	{ path: "/desk/account", may: ["moderator", "admin"], shows: "Where you are signed in" },
	{ path: "/desk/people", may: ["admin"], shows: "moderator@example.org</p>" },
] as const satisfies readonly { path: string; may: readonly Role[]; shows: string }[];

const visits = rooms.flatMap((room) => somebody.map((who) => ({ ...room, who })));

test.each(visits)("$who at $path", async ({ path, may, shows, who }) => {
	const answer = await see(path, who);
	const page = await answer.text();
	expect(page.includes(shows)).toBe(may.some((role) => role === who));
	if (who === "stranger" || who === "reader") expect([answer.status, answer.headers.get("location")]).toEqual([307, "/sign-in"]);
	else expect(answer.status).toBe(200);
});

test("a moderator at /desk/people reads why there is nothing, and no address but their own", async () => {
	const page = await (await see("/desk/people", "moderator")).text();
	expect(page).toContain("Only admins see this.");
	expect(page.match(/[\w-]+@example\.org/g)?.filter((address) => address !== "moderator@example.org") ?? []).toEqual([]);
});

test("without a mail server an invitation is printed, and the admin reads where to send whom it is for", async () => {
	const { fields } = await doors.invite.trial(pool, "admin");
	await ways.form(doors.invite, fields, "admin");
	const page = await (await see("/desk/people", "admin")).text();
	expect(page).toContain("No mail went: SMTP_URL is not set.");
	expect(page).toContain(`href="${server.url}/sign-in"`);
	expect(server.output()).toContain(`Invitation for ${fields.email}`);
});

test("every guarded deed has a door here", () => {
	expect([...Object.keys(doors), "see-people"].sort()).toEqual(Object.keys(MAY).sort());
});

describe("the API", () => {
	const addresses = [
		"/incidents",
		"/incidents/:id",
		"/incidents/:id/updates",
		"/services",
		"/services/x",
		"/services/x/status",
		"/people",
		"/people/reader",
		"/invitations",
		"/sessions",
		"/desk",
	];
	const methods = ["POST", "PUT", "PATCH", "DELETE"];
	const asked = addresses.flatMap((address) => methods.map((method) => ({ address, method })));

	test.each(asked)("has no door for a deed: $method $address", async ({ address, method }) => {
		const before = await everything();
		for (const who of somebody) {
			const headers = { ...headersOf(who), "content-type": "application/json" };
			const body = JSON.stringify({ deed: "confirm", state: "confirmed", role: "admin", version: 1, text: "Because." });
			expect([404, 405]).toContain(
				(await fetch(`${server.url}/api/v1${address.replace(":id", incident)}`, { method, headers, body })).status,
			);
		}
		expect(await everything()).toEqual(before);
	});

	test("says of itself that nothing but reports is written through it", async () => {
		const { paths }: { paths: Record<string, object> } = await (await fetch(`${server.url}/api/v1/openapi.json`)).json();
		const written = Object.entries(paths).flatMap(([path, operations]) =>
			Object.keys(operations).flatMap((method) => (/^(post|put|patch|delete)$/.test(method) ? `${method} ${path}` : [])),
		);
		expect(written.sort()).toEqual(["delete /reports/{id}", "patch /reports/{id}", "post /reports", "post /suggestions"]);
	});
});

describe("every action that anybody can call", () => {
	const guarded = [...new Set(Object.values(doors).map(({ action }) => action))];

	test("is tried above, or known to be open to all", () => {
		expect(actionsOf(readTree())).toEqual([...guarded, ...openActions].sort());
	});

	test.each([
		["a new file", "app/new/actions.ts", '"use server";\nexport async function crown() {}', ["crown"]],
		["after a comment", "app/new/actions.ts", "// Why.\n'use server';\nexport const crown = async () => {};", ["crown"]],
		["inside a page", "app/new/page.tsx", 'async function crown() {\n\t"use server";\n}', ["app/new/page.tsx: in the midst"]],
		["passed on", "app/new/actions.ts", '"use server";\nexport { crown } from "./crown";', ["app/new/actions.ts: passed on"]],
	])("is found in %s", (_where, path, text, found) => {
		expect(actionsOf(new Map([[path, text]]))).toEqual(found);
	});
});

/** The names of exported actions, sorted; one that hides is told by its file. */
function actionsOf(tree: Tree): string[] {
	const files = [...tree].filter(([path, text]) => /^(app|components|lib)\//.test(path) && /^\s*["']use server["']/m.test(text));
	return files.flatMap(([path, text]) => actionsIn(path, text)).sort();
}

function actionsIn(path: string, text: string): string[] {
	const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").trim();
	if (!/^["']use server["']/.test(code)) return [`${path}: in the midst`];
	if (/\bexport\s*(\{|\*)/.test(code)) return [`${path}: passed on`];
	return [...code.matchAll(/\bexport\s+(?:default\s+)?(?:async\s+)?(?:function|const|let|var)\s+(\w+)/g)].map(([, name = ""]) => name);
}
