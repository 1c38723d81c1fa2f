// What anybody may read: every route good, unknown, by alias, badly asked, and by the wrong method.
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Slice, sliceKeyOf } from "../lib/incident";
import { openHouse, publicUrl } from "./world/house";
import { aSlice, aVerdict, idOf } from "./world/makers";
import { openOn } from "./world/watch";

const { ask, pool, house, faults } = await openHouse();
const service = house.catalog.findService("x");
const listed = z.object({ next: z.string().nullable(), asOf: z.iso.datetime() });
const services = listed.extend({ services: z.array(z.object({ slug: z.string(), state: z.string(), category: z.string() })) });
const incidents = listed.extend({ incidents: z.array(z.object({ id: z.uuid(), service: z.string().nullable(), state: z.string() })) });

async function anIncident(): Promise<string> {
	const at = new Date();
	const slice = aSlice();
	const opened = await openOn(pool, {
		serviceId: service?.id ?? 0,
		slice,
		sliceKey: sliceKeyOf(slice),
		cause: "undetermined",
		title: "SMS codes from X",
		startedAt: at,
		at,
		verdict: aVerdict(),
		text: "SMS codes from X may not be arriving.",
	});
	return opened ?? expect.unreachable("the slice is covered");
}

const open = { id: await anIncident() };

const paths = [
	"/api/v1/services",
	"/api/v1/services/x",
	"/api/v1/services/x/status",
	"/api/v1/services/x/timeline",
	"/api/v1/incidents",
	"/api/v1/carriers",
	"/api/v1/regions",
	"/api/v1/badge/x.svg",
	"/api/v1/badge/x.json",
	"/api/v1/openapi.json",
];

test.each(paths)("GET %s answers, and anybody's page may read it", async (path) => {
	const { status, headers } = await ask("GET", path, { headers: { origin: "https://elsewhere.example" } });
	expect(status).toBe(200);
	expect(headers.get("access-control-allow-origin")).toBe("*");
});

test.each(paths)("%s takes no DELETE, and says what it takes", async (path) => {
	const { status, headers, body } = await ask("DELETE", path);
	expect([status, headers.get("content-type")]).toEqual([405, "application/problem+json"]);
	expect(body).toMatchObject({ type: `${publicUrl}/problems/not-allowed`, status: 405, instance: path });
	expect(headers.get("allow")).toBe("GET");
});

test.each(["/api/v1/reports", "/api/v1/reports/some-id", "/api/v1/services"])("OPTIONS %s lets other people's pages ask", async (path) => {
	const { status, headers } = await ask("OPTIONS", path, {
		headers: {
			origin: "https://elsewhere.example",
			"access-control-request-method": "POST",
			"access-control-request-headers": "idempotency-key",
		},
	});
	expect(status).toBe(204);
	expect(headers.get("access-control-allow-origin")).toBe("*");
	expect(headers.get("access-control-allow-methods")).toBe("GET,POST,PATCH,DELETE");
	expect(headers.get("access-control-allow-headers")).toBe("idempotency-key");
});

test.each([
	["GET", "/api/v1/services/nobody-at-all"],
	["GET", "/api/v1/services/nobody-at-all/status"],
	["GET", "/api/v1/services/nobody-at-all/timeline"],
	["GET", `/api/v1/incidents/${idOf("nobody's")}`],
	["GET", "/api/v1/incidents/nonsense"],
	["GET", "/api/v1/nothing"],
	["GET", "/api/v2/nothing"],
	["POST", "/api/nothing"],
	["GET", "/problems/nothing"],
	["GET", "/nothing"],
	["GET", "/api/v1/services/%E0%A4%A"],
])("%s %s finds nothing, in words", async (method, path) => {
	const { status, headers, body } = await ask(method, path);
	expect([status, headers.get("content-type")]).toEqual([404, "application/problem+json"]);
	expect(body).toMatchObject({
		type: `${publicUrl}/problems/not-found`,
		status: 404,
		title: expect.any(String),
		detail: expect.any(String),
	});
});

test.each([
	["/api/v1/services/Twitter", "/api/v1/services/x"],
	["/api/v1/services/twitter.com/status", "/api/v1/services/x/status"],
	["/api/v1/services/X/timeline?step=1h&channel=sms", "/api/v1/services/x/timeline?step=1h&channel=sms"],
])("%s is elsewhere for good: %s", async (path, target) => {
	const { status, headers } = await ask("GET", path);
	expect([status, headers.get("location")]).toEqual([308, target]);
});

test.each([
	["/api/v1/services?state=sad", "state"],
	["/api/v1/services?category=pets", "category"],
	["/api/v1/services?limit=0", "limit"],
	["/api/v1/services?limit=201", "limit"],
	["/api/v1/services?limit=many", "limit"],
	["/api/v1/services/x/timeline?step=2m", "step"],
	["/api/v1/services/x/timeline?step=toString", "step"],
	["/api/v1/services/x/timeline?from=yesterday", "from"],
	["/api/v1/services/x/timeline?channel=pigeon", "channel"],
	["/api/v1/services/x/timeline?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "from"],
	["/api/v1/incidents?state=open", "state"],
	["/api/v1/incidents?cursor=first", "cursor"],
	["/api/v1/incidents?from=2026-13-01T00:00:00Z", "from"],
])("%s is badly asked, and the parameter is named", async (path, field) => {
	const { status, body } = await ask("GET", path);
	expect(status).toBe(400);
	expect(body).toMatchObject({ type: `${publicUrl}/problems/malformed`, errors: [{ field }] });
});

test.each([
	["/api/v1/services/x/timeline?carrier=us-nobody", "unknown-carrier", 422],
	["/api/v1/services/x/timeline?region=QQ", "unknown-region", 422],
	["/api/v1/services/x/timeline?from=2020-01-01T00:00:00Z", "too-large", 413],
	["/api/v1/incidents?service=nobody-at-all", "unknown-service", 422],
	["/api/v1/incidents?carrier=us-nobody", "unknown-carrier", 422],
	["/api/v1/incidents?region=QQ", "unknown-region", 422],
])("%s is refused as %s", async (path, type, status) => {
	expect(await ask("GET", path)).toMatchObject({ status, body: { type: `${publicUrl}/problems/${type}`, status } });
});

describe("the list of services", () => {
	const ask1 = async (query: string) => services.parse((await ask("GET", `/api/v1/services?${query}`)).body);

	test("comes in pages that show each service once", async () => {
		const seen: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const page: z.output<typeof services> = await ask1(`limit=50${cursor && `&cursor=${cursor}`}`);
			seen.push(...page.services.map((one) => one.slug));
			cursor = page.next;
		}
		expect(seen).toHaveLength(house.catalog.services.length);
		expect(new Set(seen).size).toBe(seen.length);
	});

	test("is searched as people type, and narrowed by category and state", async () => {
		expect((await ask1("query=twiter")).services[0]?.slug).toBe("x");
		expect(new Set((await ask1("category=mail")).services.map((one) => one.category))).toEqual(new Set(["mail"]));
		expect((await ask1("state=raised")).services.map((one) => one.slug)).toEqual(["x"]);
	});
});

describe("an incident of several services, or of none", () => {
	const elsewhere = z.object({
		status: z.object({ state: z.string(), incidents: z.array(z.string()) }),
		incidents: z.array(z.object({ id: z.string(), service: z.null(), serviceName: z.null(), title: z.string() })),
		elsewhere: z.array(z.object({ id: z.string(), title: z.string(), names: z.object({ carrier: z.record(z.string(), z.string()) }) })),
	});
	const openOf = async (slice: Slice, title: string) => {
		const at = new Date();
		const usual = { cause: "undetermined", startedAt: at, at, verdict: aVerdict(), text: `${title} may not be arriving.` } as const;
		const id = await openOn(pool, { serviceId: service?.id ?? 0, slice, sliceKey: sliceKeyOf(slice), title, ...usual });
		await pool.query("UPDATE incident SET service_id = NULL WHERE id = $1", [id]);
		return id;
	};

	test("is told with each service that it names, and beside every other whose channel it is about", async () => {
		const several = await openOf(aSlice({ service: ["discord", "uber"], channel: ["call"] }), "Calls with a code from Discord and Uber");
		const none = await openOf(
			aSlice({ service: null, carrier: ["us-t-mobile"], channel: ["sms", "call"] }),
			"SMS and call codes on T-Mobile (US)",
		);
		for (const slug of ["discord", "uber"]) {
			const told = elsewhere.parse((await ask("GET", `/api/v1/services/${slug}`)).body);
			expect(told.status).toEqual({ state: "raised", incidents: [several] });
			expect(told.incidents.map(({ id }) => id)).toEqual([several]);
		}
		await setTimeout(await house.readings.newsOfNoServiceIn());
		const other = elsewhere.parse((await ask("GET", "/api/v1/services/whatsapp")).body);
		expect(other.status.incidents).toEqual([]);
		expect(other.elsewhere).toEqual([
			{ id: none, title: "SMS and call codes on T-Mobile (US)", names: { carrier: { "us-t-mobile": "T-Mobile (US)" } } },
		]);
		await pool.query("UPDATE incident SET closed_at = now(), ended_at = now(), state = 'resolved' WHERE id = ANY ($1::uuid[])", [
			[several, none],
		]);
	});
});

describe("an open incident", () => {
	test("raises the service everywhere it is told", async () => {
		const { body } = await ask("GET", "/api/v1/services/x");
		expect(body).toMatchObject({
			service: { slug: "x", name: "X", aliases: expect.arrayContaining(["Twitter"]) },
			status: { state: "raised", restsOn: "incident", incidents: [open.id], worst: "sms" },
			incidents: [{ id: open.id, url: `${publicUrl}/incidents/${open.id}` }],
			advice: expect.arrayContaining([
				{ channel: "sms", deed: expect.stringContaining("don’t sign out"), text: expect.any(String), withheld: null },
			]),
		});
		expect((await ask("GET", "/api/v1/services/x/status")).body).toMatchObject({
			state: "raised",
			sentence: expect.any(String),
			ageSeconds: expect.any(Number),
		});
		expect((await ask("GET", "/api/v1/badge/x.json")).body).toMatchObject({ schemaVersion: 1, message: "possible", label: "X codes" });
	});

	test("is listed, found by its id, and in the timeline", async () => {
		const { incidents: rows } = incidents.parse((await ask("GET", "/api/v1/incidents?state=suspected&service=Twitter")).body);
		expect(rows.map((one) => one.id)).toEqual([open.id]);
		expect((await ask("GET", `/api/v1/incidents/${open.id}`)).body).toMatchObject({
			id: open.id,
			state: "suspected",
			verdict: { observed: 9 },
		});
		expect((await ask("GET", "/api/v1/services/x/timeline?channel=sms")).body).toMatchObject({ incidents: [{ id: open.id }] });
		expect((await ask("GET", "/api/v1/services/x/timeline?channel=email")).body).toMatchObject({ incidents: [] });
	});
});

describe("a badge", () => {
	test("of nobody we know is grey, whole and 404", async () => {
		const { status, headers, body } = await ask("GET", "/api/v1/badge/nobody.svg");
		expect([status, headers.get("content-type")]).toEqual([404, "image/svg+xml; charset=utf-8"]);
		expect(body).toMatch(/^<svg [^>]*role="img"[^>]*><title>codes: unknown<\/title>/);
		expect(await ask("GET", "/api/v1/badge/nobody.json")).toMatchObject({ status: 404, body: { message: "unknown", isError: true } });
	});

	test("for Shields has no key that its reader rejects", async () => {
		const keys = ["schemaVersion", "label", "message", "color", "labelColor", "isError", "cacheSeconds", "style"];
		const body = z.record(z.string(), z.unknown()).parse((await ask("GET", "/api/v1/badge/x.json")).body);
		expect(Object.keys(body).filter((key) => !keys.includes(key))).toEqual([]);
	});

	test("has one address: an alias leads to it", async () => {
		const answer = await ask("GET", "/api/v1/badge/Twitter.svg");
		expect([answer.status, answer.headers.get("location")]).toEqual([308, "/api/v1/badge/x.svg"]);
	});
});

test("the description of the API names every route there is", async () => {
	const { body } = await ask("GET", "/api/v1/openapi.json");
	const { paths: described } = z
		.object({ openapi: z.literal("3.1.0"), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
		.parse(body);
	const missing = paths
		.filter((path) => path !== "/api/v1/openapi.json")
		.map((path) => path.replace("/api/v1", "").replace("/x", "/{slug}"))
		.filter((path) => !described[path]?.get);
	expect(missing).toEqual([]);
	expect(Object.keys(described["/reports"] ?? {})).toEqual(["post"]);
	expect(Object.keys(described["/reports/{id}"] ?? {})).toEqual(["patch", "delete"]);
	expect(JSON.stringify(described["/reports"])).toContain('"triedMinutesAgo"');
});

test("every kind of problem explains itself at its own address", async () => {
	expect(await ask("GET", "/problems/too-many")).toMatchObject({ status: 200, body: [{ type: "too-many", title: expect.any(String) }] });
});

test("a carrier asked for by its network code is answered by its key", async () => {
	const { body } = await ask("GET", "/api/v1/services/x/timeline?carrier=310260&region=us");
	expect(body).toMatchObject({ slice: { carrier: "us-t-mobile", region: "US" }, step: "30m" });
});

test("reference data has the carriers' network codes and the regions' parents", async () => {
	expect((await ask("GET", "/api/v1/carriers")).body).toMatchObject({
		carriers: expect.arrayContaining([
			expect.objectContaining({ key: "us-t-mobile", kind: "mobile", mccMnc: expect.arrayContaining(["310-260"]) }),
		]),
	});
	expect((await ask("GET", "/api/v1/regions")).body).toMatchObject({
		regions: expect.arrayContaining([{ code: "US-CA", name: "California", parent: "US" }]),
	});
});

test("none of this was a fault of ours", () => {
	expect(faults).toEqual([]);
});

test.each(["nonsense", "", "\u0000", "%00", `${open.id}'`])("%j is no incident's id, which is known and no fault", async (id) => {
	expect(await house.readings.incident(id)).toEqual({ known: true, value: null });
	expect(faults).toEqual([]);
});

test("the badge of a service nobody has spoken of is not green", async () => {
	expect((await ask("GET", "/api/v1/badge/paypal.json")).body).toMatchObject({ color: "515b66" });
	expect((await ask("GET", "/api/v1/badge/paypal.svg")).body).not.toContain("#0d654c");
});
