// POST, PATCH and DELETE of reports: what is taken, what is refused and in which words, and what a stranger can do.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { REPORTER_REPORTS_MAX } from "../lib/limits";
import { type Answer, openHouse, publicUrl } from "./world/house";
import { aStatement, idOf } from "./world/makers";

const { ask, pool, faults } = await openHouse();
const addresses = Array.from({ length: 250 }, (_, index) => `203.0.${index}.7`).values();

/** Nobody of this test file has spoken from there before. */
function aStranger(): { address: string } {
	return { address: addresses.next().value ?? "" };
}

const receipt = z.object({ id: z.uuid(), receipt: z.string(), counted: z.boolean(), repeatOf: z.uuid().nullable() });

async function report(given: Record<string, unknown> = {}, asking: Parameters<typeof ask>[2] = aStranger()) {
	return receipt.parse((await ask("POST", "/api/v1/reports", { body: aStatement(given), ...asking })).body);
}

/** A number that changes with every row that is written, moved or taken out. */
async function everything(): Promise<unknown> {
	const { rows } = await pool.query(
		`SELECT (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM reporter_claim) AS claims, (SELECT count(*) FROM idempotency) AS keys,
		   (SELECT coalesce(sum(missing + late + rejected + blocked + arrived + repeats * 1000), 0) FROM tally) AS tallies`,
	);
	return rows[0];
}

function problem(status: number, type: string, ...fields: string[]) {
	const errors = fields.map((field) => ({ field, message: expect.any(String) }));
	const told = {
		type: `${publicUrl}/problems/${type}`,
		status,
		title: expect.any(String),
		detail: expect.any(String),
		instance: expect.any(String),
	};
	return fields.length > 0 ? { ...told, errors } : told;
}

function expectProblem({ status, headers, body }: Answer, wanted: { status: number }): void {
	expect(body).toEqual(wanted);
	expect(status).toBe(wanted.status);
	expect(headers.get("content-type")).toBe("application/problem+json");
	expect(headers.get("cache-control")).toBe("no-store");
}

describe("a report", () => {
	test("is answered once it is committed, with its receipt and the service's status", async () => {
		const { status, headers, body } = await ask("POST", "/api/v1/reports", { body: aStatement({ service: "Twitter" }), ...aStranger() });
		expect(status).toBe(201);
		expect(body).toMatchObject({ counted: true, repeatOf: null, receipt: expect.stringMatching(/^[\w-]{32}$/), status: { service: "x" } });
		const { id } = receipt.parse(body);
		expect(headers.get("location")).toBe(`${publicUrl}/api/v1/reports/${id}`);
		expect((await pool.query("SELECT symptom FROM report WHERE id = $1", [id])).rows).toEqual([{ symptom: "missing" }]);
	});

	test("names its carrier as people do, by the name it goes by there", async () => {
		const { id } = await report({ carrier: "t-mobile", region: "US-CA" });
		const { rows } = await pool.query("SELECT key FROM report JOIN carrier ON carrier.id = carrier_id WHERE report.id = $1", [id]);
		expect(rows).toEqual([{ key: "us-t-mobile" }]);
	});

	test("on a service that is not listed is taken as a suggestion, by its domain", async () => {
		const { status, body } = await ask("POST", "/api/v1/suggestions", {
			body: aStatement({ service: "https://corner-bank.org/in" }),
			...aStranger(),
		});
		expect([status, body]).toEqual([
			201,
			expect.objectContaining({ status: expect.objectContaining({ service: "corner-bank.org", state: "unknown" }) }),
		]);
		expectProblem(
			await ask("POST", "/api/v1/suggestions", { body: aStatement({ service: "no domain" }), ...aStranger() }),
			problem(422, "unknown-service", "service"),
		);
	});

	test("says nothing in its answer but what the format says", async () => {
		const { body } = await ask("POST", "/api/v1/reports", { body: aStatement(), ...aStranger() });
		expect(Object.keys(z.record(z.string(), z.unknown()).parse(body))).toEqual(["id", "receipt", "counted", "repeatOf", "status"]);
	});

	test("may name a carrier by key or network code, a mailbox host by domain, and a country's first level", async () => {
		const { id } = await report({ carrier: "310-260", region: "US-CA" });
		const { rows } = await pool.query(
			"SELECT c.key, r.code FROM report JOIN carrier c ON c.id = carrier_id JOIN region r ON r.id = region_id WHERE report.id = $1",
			[id],
		);
		expect(rows).toEqual([{ key: "us-t-mobile", code: "US-CA" }]);
		await report({ channel: "email", carrier: "gmail.com" });
	});

	test("without a region is of the country it seems to come from", async () => {
		const { id } = await report({ region: undefined }, { ...aStranger(), country: "DE" });
		const { rows } = await pool.query("SELECT code, origin_country FROM report JOIN region ON region.id = region_id WHERE report.id = $1", [
			id,
		]);
		expect(rows).toEqual([{ code: "DE", origin_country: "DE" }]);
	});

	test("twice from the same person is a repeat, and says of which", async () => {
		const who = aStranger();
		const first = await report({}, who);
		expect(await report({}, who)).toMatchObject({ counted: false, repeatOf: first.id });
	});

	test("keeps a note only masked, however full of numbers", async () => {
		const { id } = await report({ note: "1234 ".repeat(56) });
		const { rows } = await pool.query<{ note: string }>("SELECT note FROM report WHERE id = $1", [id]);
		expect(rows[0]?.note).toMatch(/^‹number›/);
		expect(rows[0]?.note).not.toMatch(/\d/);
	});
});

describe("the cookie", () => {
	test("is set by the answer to a first report, for six hours, out of reach of scripts", async () => {
		const { headers } = await ask("POST", "/api/v1/reports", { body: aStatement(), ...aStranger() });
		const [pair, ...attributes] = (headers.get("set-cookie") ?? "").split("; ");
		expect(pair).toMatch(/^undelivered=[\w.-]+$/);
		expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=21600", "Path=/", "SameSite=Lax", "Secure"]);
	});

	test("carries a person from one address to another, and is not set again", async () => {
		const first = await ask("POST", "/api/v1/reports", { body: aStatement(), ...aStranger() });
		const cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
		const second = await ask("POST", "/api/v1/reports", { body: aStatement(), ...aStranger(), headers: { cookie } });
		expect(second.body).toMatchObject({ counted: false, repeatOf: receipt.parse(first.body).id });
		expect(second.headers.get("set-cookie")).toBeNull();
	});

	test("that is forged makes nobody anybody", async () => {
		const forged = await ask("POST", "/api/v1/reports", { body: aStatement(), ...aStranger(), headers: { cookie: "undelivered=a.b.c" } });
		expect(forged.body).toMatchObject({ counted: true });
		expect(forged.headers.get("set-cookie")).not.toBeNull();
	});
});

describe("what is refused", () => {
	const endless = () => new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(64 * 1024).fill(32)) });
	test.each([
		["what is not JSON", "{", problem(400, "malformed")],
		["nothing at all", "", problem(400, "malformed")],
		["a list", [], problem(400, "malformed", "body")],
		["an unknown key", aStatement({ at: "2022-11-14" }), problem(400, "malformed", "at")],
		["a filled honeypot", aStatement({ website: "https://x" }), problem(400, "malformed", "website")],
		["several wrong fields", aStatement({ channel: "pigeon", symptom: "sad" }), problem(400, "malformed", "channel", "symptom")],
		["control characters", aStatement({ note: "\u0000" }), problem(422, "not-text", "note")],
		["the future", aStatement({ triedMinutesAgo: -1 }), problem(422, "from-the-future", "triedMinutesAgo")],
		["an unknown service", aStatement({ service: "nobody-at-all" }), problem(422, "unknown-service", "service")],
		["an unknown region", aStatement({ region: "QQ" }), problem(422, "unknown-region", "region")],
		["no region, from nowhere", aStatement({ region: undefined }), problem(422, "unknown-region", "region")],
		["an unknown carrier", aStatement({ carrier: "us-nobody" }), problem(422, "unknown-carrier", "carrier")],
		["a mailbox host for an SMS", aStatement({ carrier: "gmail.com" }), problem(422, "unknown-carrier", "carrier")],
		["a carrier where there is none", aStatement({ channel: "push", carrier: "us-t-mobile" }), problem(422, "unknown-carrier", "carrier")],
		[
			"a channel that the service has not",
			aStatement({ service: "aadhaar", channel: "key", symptom: "rejected" }),
			{ ...problem(422, "unsupported-channel", "channel"), names: expect.arrayContaining(["sms"]) },
		],
		["a megabyte with its length", " ".repeat(1024 * 1024), problem(413, "too-large")],
		["a megabyte without its length", endless, problem(413, "too-large")],
	])("%s", async (_what, body, wanted) => {
		const before = await everything();
		expectProblem(await ask("POST", "/api/v1/reports", { body: typeof body === "function" ? body() : body, ...aStranger() }), wanted);
		expect(await everything()).toEqual(before);
	});

	test("a misspelt service, with what may be meant", async () => {
		const { body } = await ask("POST", "/api/v1/reports", { body: aStatement({ service: "Twiter" }), ...aStranger() });
		expect(body).toMatchObject({ detail: expect.stringContaining("Did you mean x"), names: expect.arrayContaining(["x"]) });
	});

	test("more than ten reports of one person in ten minutes, with the time to wait and no other trace", async () => {
		const who = aStranger();
		const answers = await Promise.all(
			Array.from({ length: 200 }, () => ask("POST", "/api/v1/reports", { body: aStatement(), ...who, headers: { "user-agent": "one" } })),
		);
		const refused = answers.filter((one) => one.status === 429);
		expect(answers.filter((one) => one.status === 201)).toHaveLength(REPORTER_REPORTS_MAX);
		expect(refused).toHaveLength(200 - REPORTER_REPORTS_MAX);
		for (const one of refused.slice(0, 3)) {
			expectProblem(one, problem(429, "too-many"));
			expect(Number(one.headers.get("retry-after"))).toBeGreaterThan(0);
			expect(Number(one.headers.get("retry-after"))).toBeLessThanOrEqual(600);
		}
		const before = await everything();
		await ask("POST", "/api/v1/reports", { body: aStatement({ service: "aadhaar" }), ...who, headers: { "user-agent": "one" } });
		expect(await everything()).toEqual(before);
	});
});

describe("an Idempotency-Key", () => {
	const keyed = (key: string, body: unknown, who: { address: string }) =>
		ask("POST", "/api/v1/reports", { body, ...who, headers: { "idempotency-key": key } });

	test("gives the first answer again, and says so", async () => {
		const who = aStranger();
		const first = await keyed("one", aStatement(), who);
		const again = await keyed("one", aStatement(), who);
		expect(first.headers.get("idempotency-replayed")).toBeNull();
		expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
		expect(again.body).toEqual(first.body);
		expect(again.headers.get("location")).toBe(first.headers.get("location"));
	});

	test("with another body is a conflict, and files nothing", async () => {
		const who = aStranger();
		await keyed("two", aStatement(), who);
		const before = await everything();
		expectProblem(await keyed("two", aStatement({ symptom: "late" }), who), problem(422, "conflict"));
		expect(await everything()).toEqual(before);
	});

	test("with the same statement in other words is the same", async () => {
		const who = aStranger();
		await keyed("three", aStatement(), who);
		const { symptom, channel, ...rest } = aStatement();
		expect((await keyed("three", { triedMinutesAgo: 0, symptom, channel, ...rest }, who)).headers.get("idempotency-replayed")).toBe("true");
	});

	test("whose first request is still running is told to wait, and one report is filed", async () => {
		const who = aStranger();
		const answers = await Promise.all(Array.from({ length: 5 }, () => keyed("four", aStatement(), who)));
		expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409, 409, 409]);
		const running = answers.find((one) => one.status === 409);
		if (running) expectProblem(running, problem(409, "conflict"));
	});

	test("sent again after a refusal is taken", async () => {
		const who = aStranger();
		expect((await keyed("five", aStatement({ service: "nobody" }), who)).status).toBe(422);
		expect((await keyed("five", aStatement(), who)).status).toBe(201);
	});

	test.each([
		["", 400],
		["k".repeat(255), 201],
		["k".repeat(256), 400],
	])("%s is answered with %i", async (key, status) => {
		expect((await keyed(key, aStatement(), aStranger())).status).toBe(status);
	});

	test("sent by a stranger with the same words gives the answer, and not its secret", async () => {
		const own = await keyed("plain", aStatement(), aStranger());
		const other = await keyed("plain", aStatement(), aStranger());
		expect(own.body).toMatchObject({ receipt: expect.stringMatching(/./) });
		expect(other.body).toMatchObject({ id: receipt.parse(own.body).id, receipt: "" });
	});

	test("keeps no receipt where somebody who reads the database could find it", async () => {
		const { receipt: secret } = receipt.parse((await keyed("six", aStatement(), aStranger())).body);
		const { rows } = await pool.query<{ kept: string }>("SELECT string_agg(answer::text, ' ') AS kept FROM idempotency");
		expect(rows[0]?.kept).not.toContain(secret);
	});
});

describe("it arrived in the end", () => {
	test("moves the person, and answers with the report they speak of", async () => {
		const { id, receipt: secret } = await report();
		const { status, body } = await ask("PATCH", `/api/v1/reports/${id}`, {
			body: { receipt: secret, symptom: "late", waitedSeconds: 600 },
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({ id, receipt: secret, counted: true, repeatOf: null });
		const { rows } = await pool.query("SELECT symptom, waited_seconds FROM report WHERE supersedes = $1", [id]);
		expect(rows).toEqual([{ symptom: "late", waited_seconds: 600 }]);
	});

	test.each([
		["a guessed receipt", (id: string) => ({ id, body: { receipt: "guess", symptom: "late" } })],
		["another report's id", () => ({ id: idOf("another"), body: { receipt: "guess", symptom: "late" } })],
		["what is no id", () => ({ id: "nonsense", body: { receipt: "guess", symptom: "late" } })],
	])("is not for a stranger with %s", async (_what, stranger) => {
		const { id } = await report();
		const { id: path, body } = stranger(id);
		const before = await everything();
		expectProblem(await ask("PATCH", `/api/v1/reports/${path}`, { body }), problem(404, "not-found"));
		expect(await everything()).toEqual(before);
	});

	test.each([
		["no symptom", {}],
		["an unknown symptom", { symptom: "sad" }],
		["an unknown key", { symptom: "late", service: "x" }],
		["a wait that never ends", { symptom: "late", waitedSeconds: 604_801 }],
	])("is malformed with %s", async (_what, given) => {
		const { id, receipt: secret } = await report();
		expectProblem(await ask("PATCH", `/api/v1/reports/${id}`, { body: { receipt: secret, ...given } }), problem(400, "malformed"));
	});

	test("of a security key is still that it was refused or works", async () => {
		const { id, receipt: secret } = await report({ service: "google", channel: "key", symptom: "rejected" });
		expectProblem(
			await ask("PATCH", `/api/v1/reports/${id}`, { body: { receipt: secret, symptom: "missing" } }),
			problem(400, "malformed", "symptom"),
		);
		expect((await ask("PATCH", `/api/v1/reports/${id}`, { body: { receipt: secret, symptom: "arrived" } })).status).toBe(200);
	});

	test("is said ten times in ten minutes at most", async () => {
		const { id, receipt: secret } = await report();
		const answers: number[] = [];
		for (let count = 0; count <= REPORTER_REPORTS_MAX; count++)
			answers.push(
				(await ask("PATCH", `/api/v1/reports/${id}`, { body: { receipt: secret, symptom: count % 2 ? "late" : "arrived" } })).status,
			);
		expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0);
	});
});

describe("a report taken back", () => {
	test("is gone with its counts, and a second time there is nothing to take back", async () => {
		const { id, receipt: secret } = await report();
		expect(await ask("DELETE", `/api/v1/reports/${id}`, { body: { receipt: secret } })).toMatchObject({ status: 204, body: "" });
		expect((await pool.query("SELECT FROM report WHERE id = $1", [id])).rows).toEqual([]);
		expectProblem(await ask("DELETE", `/api/v1/reports/${id}`, { body: { receipt: secret } }), problem(404, "not-found"));
	});

	test("is not for a stranger to take", async () => {
		const [mine, yours] = [await report(), await report()];
		expectProblem(await ask("DELETE", `/api/v1/reports/${yours.id}`, { body: { receipt: mine.receipt } }), problem(404, "not-found"));
		expect((await pool.query("SELECT FROM report WHERE id = $1", [yours.id])).rows).toHaveLength(1);
	});

	test.each([
		["no body", ""],
		["no receipt", {}],
		["more than a receipt", { receipt: "x", symptom: "late" }],
	])("is malformed with %s", async (_what, body) => {
		expectProblem(await ask("DELETE", `/api/v1/reports/${idOf("any")}`, { body }), problem(400, "malformed"));
	});
});

test("none of this was a fault of ours", () => {
	expect(faults).toEqual([]);
});
