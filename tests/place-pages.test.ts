// Where it happens, on the pages and in the API: the demo's evening, on a phone and on a desk, with and without scripts.
import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

const server = await startServer();
execFileSync(process.execPath, ["bin/demo.mjs"], { env: { ...process.env, DATABASE_URL: server.databaseUrl } });
const browser = await launchBrowser();
afterAll(() => browser.close());

async function read(path: string) {
	return (await fetch(`${server.url}/api/v1${path}`)).json();
}

async function open(path: string, options: Parameters<typeof browser.newContext>[0] = {}): Promise<Page> {
	const page = await (await browser.newContext({ viewport: PHONE, ...options })).newPage();
	await page.goto(`${server.url}${path}`, { waitUntil: "load" });
	return page;
}

const { incidents } = await read("/incidents?service=x");
const pages = [
	"/services/x",
	`/incidents/${incidents[0].id}`,
	"/carriers",
	"/carriers?q=voda&country=DE",
	"/carriers?q=zzzz",
	"/carriers/in-airtel",
	"/carriers/gmail.com",
	"/carriers/nobody",
	"/regions",
	"/regions?service=x",
	"/regions?q=land",
	"/regions?q=zzzz",
	"/regions/IN",
	"/regions/nowhere",
];

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
	test.each(pages)("%s breaks no rule of WCAG 2.2 AA and does not overflow a phone", async (path) => {
		const page = await open(path, { colorScheme });
		await page.evaluate(() => document.fonts.ready);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
		const violations = async () => {
			const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
			return found.violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
		};
		expect(await violations()).toEqual([]);
		await page.setViewportSize(DESKTOP);
		expect(await violations()).toEqual([]);
		await page.context().close();
	});
});

describe("the heat table, without scripts,", () => {
	test("tells what the API and the file tell, each country with a link and each number as text", async () => {
		const page = await open("/services/x", { javaScriptEnabled: false });
		const table = page.getByRole("table", { name: "Share that failed of codes from X, by country and network" });
		const told = await read("/services/x/places?channel=sms");
		const [first] = told.regions.toSorted((one: { failed: number }, other: { failed: number }) => other.failed - one.failed);
		const row = table.locator("tr", { has: page.locator(`a[href="/regions/${first.region}"]`) });
		expect(await row.locator("td").first().textContent()).toContain(`${first.failed} of ${first.answered}`);
		const file = await (await fetch(`${server.url}/api/v1/services/x/places.csv?channel=sms`)).text();
		const [head, ...lines] = file.trim().split("\r\n");
		expect(head).toBe("service,from,to,channel,region,carrier,failed,answered,more_may_be_withheld,demo");
		expect(lines.every((line) => line.startsWith("x,") && line.endsWith(",true"))).toBe(true);
		const sum = (column: number) =>
			lines.filter((line) => line.includes(`,${first.region},`)).reduce((all, line) => all + Number(line.split(",")[column]), 0);
		expect([sum(6), sum(7)]).toEqual([first.failed, first.answered]);
	});

	test("says what it comes to in words, and leads to the carrier", async () => {
		const page = await open("/services/x", { javaScriptEnabled: false });
		expect(await page.locator("#where").textContent()).toMatch(/SMS codes failed .*\d+ of \d+ people on/);
		await page.locator("#where a[href^='/carriers/']").first().click();
		expect(await page.locator("h1").textContent()).not.toBe("");
		expect(await page.locator("main").textContent()).toMatch(/XSMS\d+ of \d+/);
	});
});

test("the table can be scrolled by keyboard where it is too wide, and goes no further than its place", async () => {
	const page = await open("/services/x", { viewport: { width: 200, height: 800 } });
	const region = page.getByRole("region", { name: /a table that may scroll sideways/ });
	await region.focus();
	expect(await region.evaluate((element) => element === document.activeElement)).toBe(true);
	await page.keyboard.press("ArrowRight");
	await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
	expect(await region.evaluate((element) => element.getBoundingClientRect().right - window.innerWidth)).toBeLessThanOrEqual(0);
});

test("a slot of the map is reached by keyboard and leads to its country", async () => {
	const page = await open("/regions", { viewport: DESKTOP });
	const slot = page.locator("svg a:not([tabindex])").first();
	expect(await slot.getAttribute("aria-label")).toMatch(/^.+: \d+ of \d+ answers failed$/);
	await slot.focus();
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/regions\/[A-Z]{2}$/);
});

describe("a country, without scripts,", () => {
	const off = { javaScriptEnabled: false };

	test("is found by a part of its name, and by the whole of it one is there", async () => {
		const page = await open("/regions?service=x", off);
		await page.getByLabel("Country", { exact: true }).fill("land");
		await page.getByRole("button", { name: "Look up" }).click();
		expect(new URL(page.url()).search).toBe("?service=x&q=land");
		const found = page.getByRole("status").getByRole("link");
		expect((await found.allTextContents()).every((name) => /land/i.test(name))).toBe(true);
		expect(await found.count()).toBeGreaterThan(5);
		await page.getByLabel("Country", { exact: true }).fill("zzzz");
		await page.getByRole("button", { name: "Look up" }).click();
		expect(await page.getByRole("status").textContent()).toContain("We know no country by “zzzz”");
		await page.getByLabel("Country", { exact: true }).fill("uk");
		await page.getByRole("button", { name: "Look up" }).click();
		expect(page.url()).toMatch(/\/regions\/GB$/);
	});

	test("stands under its letter, once, and each letter has a link to it", async () => {
		const page = await open("/regions", off);
		const letters = page.getByRole("navigation", { name: "Countries by letter" }).getByRole("link");
		const names = await letters.allTextContents();
		expect(names).toEqual([...names].sort());
		const index = page.locator("#countries");
		expect(await index.locator("li a[href='/regions/AX']").count()).toBe(1);
		expect(await page.locator("#letter-A a[href='/regions/AX']").count()).toBe(1);
		await letters.last().click();
		expect(await page.locator(":target h3").textContent()).toBe(names.at(-1));
		const box = await letters.first().boundingBox();
		expect([box?.width, box?.height]).toEqual([44, 44]);
	});

	test("is on the overview with what its page tells, and what it mostly was", async () => {
		const page = await open("/", { ...off, viewport: DESKTOP });
		const section = page.locator("#countries");
		expect(await section.getByRole("row").nth(1).textContent()).toMatch(/\d+ of \d+.*X, SMS$/);
		expect(await section.getByRole("link", { name: "Carriers" }).getAttribute("href")).toBe("/carriers");
		await section.getByRole("link", { name: "All countries, on a map" }).click();
		expect(new URL(page.url()).pathname).toBe("/regions");
	});

	test("narrows the overview to what is told of it, and a channel to that channel", async () => {
		const india = await open("/?country=IN", off);
		expect(await india.locator("#countries tbody tr").count()).toBe(1);
		const keys = await open("/?channel=key", off);
		expect(await keys.locator("#countries").textContent()).toContain("In no country enough people answered");
	});
});

test.each([
	["/carriers/310-260", "/carriers/us-t-mobile"],
	["/carriers/US-Verizon", "/carriers/us-verizon"],
	["/carriers/hotmail.com", "/carriers/outlook.com"],
	["/regions/de", "/regions/DE"],
	["/regions/US-CA", "/regions/US"],
])("%s is one thing with one address: 308 to %s", async (path, meant) => {
	const answer = await fetch(server.url + path, { redirect: "manual" });
	expect([answer.status, new URL(answer.headers.get("location") ?? "", server.url).pathname]).toEqual([308, meant]);
});

test("a code typed into the search leads to the network that has it", async () => {
	const page = await open("/carriers", { javaScriptEnabled: false });
	await page.getByLabel("Name, or MCC-MNC").fill("310260");
	await page.getByRole("button", { name: "Look up" }).click();
	expect(page.url()).toMatch(/\/carriers\/us-t-mobile$/);
});

test("a place nobody knows is 404 and says how to look it up", async () => {
	for (const path of ["/carriers/nobody", "/regions/nowhere"]) {
		const answer = await fetch(server.url + path);
		expect([answer.status, await answer.text()]).toEqual([404, expect.stringMatching(/<h1[^>]*>We don’t know/)]);
	}
});

test("the API refuses a channel there is none of, and sends an alias to its service", async () => {
	expect((await fetch(`${server.url}/api/v1/services/x/places?channel=pigeon`)).status).toBe(400);
	const answer = await fetch(`${server.url}/api/v1/services/twitter/places.csv?channel=sms`, { redirect: "manual" });
	expect([answer.status, answer.headers.get("location")]).toEqual([308, "/api/v1/services/x/places.csv?channel=sms"]);
	expect((await read("/openapi.json")).paths).toHaveProperty("/services/{slug}/places");
});
