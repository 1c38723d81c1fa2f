// The evening of November 2022 on the pages and in the API: sign-ups get no text, exports do. Without scripts, on a phone.
import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const server = await startServer({ env: { TRUST_PROXY: "1" } });
execFileSync(process.execPath, ["bin/demo.mjs"], { env: { ...process.env, DATABASE_URL: server.databaseUrl } });
const browser = await launchBrowser();
afterAll(() => browser.close());

const { incidents } = await read("/incidents?service=x");
const address = { incident: `/incidents/${incidents[0].id}`, service: "/services/x" };

// Whoever asks first goes without what is long to read; who asks again has it.
for (const path of Object.values(address)) while ((await read(path)).flows === null) await wait(250);

async function read(path: string) {
	return (await fetch(`${server.url}/api/v1${path}`)).json();
}

async function open(path: string, options: Parameters<typeof browser.newContext>[0] = {}): Promise<Page> {
	const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })).newPage();
	await page.goto(`${server.url}${path}`, { waitUntil: "load" });
	return page;
}

const section = (page: Page) => page.locator("section", { has: page.getByRole("heading", { name: "What people were trying to do" }) });

/** Failed and in time under each row's name. */
async function rowsOf(page: Page): Promise<Record<string, { failed: number; came: number }>> {
	const rows = await section(page).locator("tbody tr").all();
	const told = await Promise.all(
		rows.map(async (row) => {
			const name = await row.locator("th").evaluate((cell) => cell.firstChild?.textContent ?? "");
			const [failed, came] = await row.locator("td.figure").allTextContents();
			return [name, { failed: Number(failed), came: Number(came) }] as const;
		}),
	);
	return Object.fromEntries(told);
}

describe("the breakdown, without scripts,", () => {
	test("of the incident says that sign-ups fail and exports come", async () => {
		const page = await open(address.incident, { javaScriptEnabled: false });
		const rows = await rowsOf(page);
		expect(Object.keys(rows)).toEqual([
			"Signing up",
			"Logging in",
			"Getting back into an account",
			"Changing a setting",
			"Asking for my data",
			"Not said",
		]);
		expect(rows["Signing up"]?.failed).toBeGreaterThan(40);
		expect(rows["Signing up"]?.came).toBe(0);
		expect(rows["Asking for my data"]?.came).toBeGreaterThanOrEqual(5);
		expect(rows["Asking for my data"]?.failed).toBe(0);
		await section(page).getByRole("link", { name: "Small numbers" }).click();
		expect(page.url()).toMatch(/\/method#small$/);
		expect(await page.locator("#small").textContent()).toContain("what a code was for");
	});

	test("of the service holds every channel of its day", async () => {
		const rows = await rowsOf(await open(address.service, { javaScriptEnabled: false }));
		expect(rows["Signing up"]?.failed).toBeGreaterThan(40);
		expect(rows["Logging in"]?.came).toBeGreaterThan(20);
	});

	test("of a service nobody speaks of says just that", async () => {
		const page = await open("/services/hinge", { javaScriptEnabled: false });
		expect(await section(page).textContent()).toMatch(/Nobody reported anything from .* UTC to .* UTC\./);
	});
});

test("the API tells what the page tells", async () => {
	const rows = await rowsOf(await open(address.incident));
	const told = await read(address.incident);
	const signUp = told.flows.flows.find(({ flow }: { flow: string }) => flow === "sign-up");
	expect(signUp).toMatchObject({ failed: rows["Signing up"]?.failed, arrived: 0 });
	expect((await read(address.service)).flows).toMatchObject({ kept: true, from: expect.stringMatching(/:00:00\.000Z$/) });
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
	test.each(Object.values(address))("%s with its breakdown breaks no rule of WCAG 2.2 AA and does not overflow a phone", async (path) => {
		const page = await open(path, { colorScheme });
		await page.evaluate(() => document.fonts.ready);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
		const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
		expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
	});
});

test("an incident of a place shows in its first half hour what the detector saw of it", async () => {
	for (let network = 1; network <= 10; network++) {
		await fetch(`${server.url}/api/v1/reports`, {
			method: "POST",
			headers: { "content-type": "application/json", "x-forwarded-for": `24.${network}.7.9` },
			body: JSON.stringify({ service: "github", channel: "sms", symptom: "missing", region: "US", flow: "sign-up" }),
		});
	}
	const incident = await opened("github");
	expect(incident.slice).toMatchObject({ region: ["US"] });
	const page = await open(`/incidents/${incident.id}`, { javaScriptEnabled: false });
	expect(await page.locator("figcaption:visible").textContent()).toMatch(
		/^\d+ people said that SMS codes from GitHub in the United States failed/,
	);
	expect(await section(page).textContent()).toMatch(/told once the half hour is over|Signing up/);
});

/** The first incident of a service, once there is one. */
async function opened(service: string) {
	for (const until = Date.now() + 25_000; Date.now() < until; await wait(250)) {
		const { incidents: rows } = await read(`/incidents?service=${service}`);
		if (rows.length > 0) return rows[0];
	}
	throw new Error(`ten people made no incident of ${service}`);
}
