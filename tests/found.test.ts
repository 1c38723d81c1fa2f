// What search engines and link previews find: every page by a name and an address of its own, and a picture that tells
// the status as the page does.
import { expect, inject, test } from "vitest";
import { startServer } from "./world/server";
import { onServer } from "./world/sql";

const PUBLIC = "https://undelivered.example";
const server = await startServer({ env: { TRUST_PROXY: "1", PUBLIC_URL: PUBLIC } });
const inside = `http://127.0.0.1:${server.port}`;

const get = (path: string) => fetch(inside + path, { redirect: "manual" });
const textOf = async (path: string) => (await get(path)).text();

function inHead(html: string, pattern: RegExp): string {
	const [, found = ""] = html.match(pattern) ?? [];
	return found;
}

const titleOf = (html: string) => inHead(html, /<title>([^<]+)<\/title>/);
const descriptionOf = (html: string) => inHead(html, /<meta name="description" content="([^"]+)"/);
const canonicalOf = (html: string) => inHead(html, /<link rel="canonical" href="([^"]+)"/);
const pictureOf = (html: string) => inHead(html, /<meta property="og:image" content="([^"]+)"/);

const SMALL = [
	"/",
	"/services/x",
	"/services/google",
	"/incidents",
	"/carriers",
	"/carriers/us-verizon",
	"/regions",
	"/regions/DE",
	"/report",
	"/method",
	"/privacy",
	"/widget",
];

/** Ten people on ten networks who got no code. */
async function failTen(): Promise<void> {
	for (let network = 1; network <= 10; network++) {
		const body = JSON.stringify({ service: "x", channel: "sms", symptom: "missing", region: "US" });
		const headers = { "content-type": "application/json", "x-forwarded-for": `24.${network}.7.9` };
		expect((await fetch(`${inside}/api/v1/reports`, { method: "POST", headers, body })).status).toBe(201);
	}
}

async function incidentOfX(): Promise<string | undefined> {
	const { incidents } = await (await get("/api/v1/incidents?service=x")).json();
	return incidents[0]?.id;
}

async function pngOf(path: string): Promise<Buffer> {
	const answer = await get(path);
	expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
	expect(answer.headers.get("cache-control")).toBe("public, max-age=60");
	return Buffer.from(await answer.arrayBuffer());
}

test("every public page has a title, a description and an address of its own, under the public address", async () => {
	const pages = await Promise.all(SMALL.map(textOf));
	for (const told of [pages.map(titleOf), pages.map(descriptionOf)]) {
		expect(told).not.toContain("");
		expect(new Set(told).size).toBe(SMALL.length);
	}
	expect(pages.map(canonicalOf)).toEqual(SMALL.map((path) => (path === "/" ? PUBLIC : PUBLIC + path)));
	for (const html of pages) {
		expect(pictureOf(html)).toMatch(/^https:\/\/undelivered\.example\/(services\/\w+\/)?picture\.png$/);
		expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
		expect(html).not.toMatch(/<meta name="robots" content="noindex/);
	}
	expect(canonicalOf(await textOf("/incidents?state=resolved&service=x"))).toBe(`${PUBLIC}/incidents`);
});

test("what is not there, and what is a moderator's, is not to be found", async () => {
	for (const path of ["/services/no-such-service", "/no/such/page", "/incidents/nothing", "/sign-in"]) {
		const html = await textOf(path);
		expect(html, path).toMatch(/<meta name="robots" content="noindex/);
		expect(canonicalOf(html), path).toBe("");
		expect(titleOf(html), path).not.toBe("Undelivered: which code isn’t coming?");
	}
	expect((await get("/services/no-such-service/picture.png")).status).toBe(404);
});

test("robots.txt closes what is nobody's business and names the sitemap, and neither makes a cookie", async () => {
	const answer = await get("/robots.txt");
	expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
	const lines = (await answer.text()).split("\n");
	for (const closed of ["/desk", "/sign-in", "/api/auth", "/*?"]) expect(lines).toContain(`Disallow: ${closed}`);
	expect(lines).toContain(`Sitemap: ${PUBLIC}/sitemap.xml`);
	for (const path of ["/robots.txt", "/sitemap.xml"]) expect((await get(path)).headers.get("set-cookie")).toBeNull();
});

test("the picture of a service is a PNG of the size previews want, and the same while nothing changes", async () => {
	// Before the watch's first step a picture says that nobody can tell.
	await expect.poll(async () => (await get("/readyz")).status, { timeout: 20_000 }).toBe(200);
	const picture = await pngOf("/services/x/picture.png");
	expect(picture.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
	expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
	expect((await pngOf("/services/x/picture.png")).equals(picture)).toBe(true);
	expect((await pngOf("/picture.png")).equals(picture)).toBe(false);
});

test("an incident changes the picture, and stands in the sitemap beside every service", async () => {
	const before = await pngOf("/services/x/picture.png");
	await failTen();
	await expect.poll(incidentOfX, { timeout: 40_000 }).toBeDefined();
	const id = await incidentOfX();
	await expect.poll(async () => (await pngOf("/services/x/picture.png")).equals(before), { timeout: 10_000 }).toBe(false);
	expect((await pngOf(`/incidents/${id}/picture.png`)).readUInt32BE(16)).toBe(1200);

	const html = await textOf(`/incidents/${id}`);
	expect(canonicalOf(html)).toBe(`${PUBLIC}/incidents/${id}`);
	expect(pictureOf(html)).toBe(`${PUBLIC}/incidents/${id}/picture.png`);

	const answer = await get("/sitemap.xml");
	const xml = await answer.text();
	expect(answer.headers.get("content-type")).toBe("application/xml; charset=utf-8");
	const rows = xml.match(/<url><loc>[^<>&]+<\/loc>(<lastmod>[\d:.TZ-]+<\/lastmod>)?<\/url>/g) ?? [];
	expect(xml.replace(/<url>.*<\/url>\n/g, "")).toBe(
		'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n</urlset>\n',
	);
	const { services } = await (await get("/api/v1/services?limit=100")).json();
	for (const path of [
		"",
		"incidents",
		"report",
		"method",
		"privacy",
		"widget",
		...services.map(({ slug }: { slug: string }) => `services/${slug}`),
	])
		expect(rows).toContain(`<url><loc>${PUBLIC}/${path}</loc></url>`);
	expect(services.length).toBeGreaterThan(10);
	expect(rows.at(-1)).toMatch(new RegExp(`/incidents/${id}</loc><lastmod>`));
}, 90_000);

test("without a database the picture says unknown, never what it said before", async () => {
	const name = new URL(server.databaseUrl).pathname.slice(1);
	const databases = inject("databases").url;
	const before = await pngOf("/services/google/picture.png");
	await onServer(databases, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
	await onServer(databases, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
	await expect.poll(async () => (await pngOf("/services/google/picture.png")).equals(before), { timeout: 10_000 }).toBe(false);
	for (const path of ["/services/google/chart.csv", "/services/google/chart.png?hours=72", "/services/instagram/waits.csv"]) {
		const file = await get(path);
		expect([file.status, file.headers.get("retry-after"), file.headers.get("cache-control")], path).toEqual([503, "5", "no-store"]);
		expect(await file.text()).toMatch(/could not read this just now/);
	}
	const sitemap = await get("/sitemap.xml");
	expect([sitemap.status, sitemap.headers.get("retry-after"), sitemap.headers.get("cache-control")]).toEqual([503, "60", "no-store"]);
	await onServer(databases, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
}, 30_000);
