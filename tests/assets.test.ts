// What browsers are given beside pages: the script of the form, the worker, the manifest and its icons, each under headers
// that let it do what it is for and no more; and a form that is kept for each country by itself.
import { describe, expect, test } from "vitest";
import { startServer } from "./world/server";

const server = await startServer({ env: { TRUST_PROXY: "1", COUNTRY_HEADER: "cf-ipcountry" } });
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers, redirect: "manual" });

test("the worker may serve the whole site, is asked for anew each time, and may fetch from here alone", async () => {
	const answer = await get("/sw.js");
	expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
	expect(answer.headers.get("service-worker-allowed")).toBe("/");
	expect(answer.headers.get("cache-control")).toBe("no-cache");
	expect(answer.headers.get("content-security-policy")).toContain("connect-src 'self'");
	expect(await answer.text()).toMatch(/^const BUILD = "[\da-f]{12}";/);
});

test("the manifest names pages that are there, icons that are images of their size, and the colours of the house", async () => {
	const answer = await get("/manifest.webmanifest");
	expect(answer.headers.get("content-type")).toBe("application/manifest+json");
	const { icons, shortcuts, start_url, theme_color } = await answer.json();
	expect(theme_color).toBe("#f4f6f3");
	for (const path of [start_url, ...shortcuts.map(({ url }: { url: string }) => url)]) expect((await get(path)).status).toBe(200);
	for (const { src, type, sizes } of icons) {
		const icon = await get(src);
		expect([src, icon.status, icon.headers.get("content-type")]).toEqual([src, 200, type]);
		const bytes = Buffer.from(await icon.arrayBuffer());
		if (type === "image/png") expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
	}
});

test("every page leads to the manifest and the icons", async () => {
	const html = await (await get("/")).text();
	for (const rel of ["manifest", "icon", "apple-touch-icon"]) expect(html).toMatch(new RegExp(`<link rel="${rel}" href="/`));
});

test("the script of the form is named by what is in it and may be kept for ever", async () => {
	const [, script = ""] = /<script src="(\/report\.en\.[\da-f]{12}\.js)"/.exec(await (await get("/report")).text()) ?? [];
	const answer = await get(script);
	expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
});

describe("the form", () => {
	const chosen = async (headers: Record<string, string>, path = "/report") =>
		/<option value="(\w+)" selected=""/.exec(await (await get(path, headers)).text())?.[1] ?? null;

	test.each([
		[{ "cf-ipcountry": "DE" }, "DE"],
		[{ "cf-ipcountry": "BR" }, "BR"],
		[{ "cf-ipcountry": "XX" }, null],
		[{ "x-forwarded-for": "10.0.0.1" }, null],
	])("for %o guesses %s, however many others were answered just before", async (headers, country) => {
		await Promise.all(["FR", "IN", "DE"].map((other) => get("/report", { "cf-ipcountry": other })));
		expect(await chosen({ "x-forwarded-for": "10.0.0.1", ...headers })).toBe(country);
	});

	test("keeps the word of a service that nobody knows, as it was written", async () => {
		expect(await (await get("/report?service=%3Cb%3Ecorner-bank.org")).text()).toContain('value="&lt;b&gt;corner-bank.org"');
	});
});

test.each([
	["GET", "/share?text=discord.com+says+hello", "/report?service=discord"],
	["GET", "/share?text=nothing", "/report"],
	["POST", "/share", "/report"],
])("%s %s, without our worker, opens %s", async (method, path, location) => {
	const answer = await fetch(server.url + path, {
		method,
		redirect: "manual",
		...(method === "POST" && { body: new URLSearchParams({ text: "482913" }) }),
	});
	expect([answer.status, answer.headers.get("location")]).toEqual([303, location]);
});
