// The faces in a real browser: with the keyboard, without scripts, on a phone, by axe's rules and under our own policy.
import { setTimeout as wait } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { startBroken } from "./world/broken";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const server = await startServer({ env: { TRUST_PROXY: "1" } });
const browser = await launchBrowser();
afterAll(() => browser.close());

const incident = await anIncident();
const pages = [
	"/",
	"/?q=twiter",
	"/?channel=sms&category=social&country=DE",
	"/?channel=messenger&category=banking",
	"/report",
	"/report?service=x&channel=sms&symptom=missing",
	"/services/x",
	"/services/google",
	"/incidents",
	`/incidents?day=${new Date().toISOString().slice(0, 10)}`,
	"/incidents?day=never",
	`/incidents/${incident}`,
	"/method",
	"/privacy",
	"/widget",
	"/offline",
	"/sign-in",
	"/embed/x",
	"/nowhere",
	"/services/no-such-service",
	"/incidents/no-such-incident",
];

// First of all: the incident may be over by the time every page has been looked at.
test("the service page tells everything without scripts", async () => {
	const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })).newPage();
	await page.goto(`${server.url}/services/x`);
	const told = (await page.textContent("main")) ?? "";
	expect(told).toMatch(/12 of 12 people who tried in the last 30 minutes got no SMS code\./);
	expect(told).toContain("If you are still signed in anywhere, don’t sign out.");
	expect(await page.locator("table").count()).toBeGreaterThan(0);
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
	test.each(pages)("%s breaks no rule of WCAG 2.2 AA, no policy of ours, and does not overflow a phone", async (path) => {
		const context = await browser.newContext({ colorScheme, viewport: PHONE });
		const page = await context.newPage();
		const address = `${server.url}${path}`;
		const complaints = complaintsOf(page, address);
		await page.goto(address, { waitUntil: "load" });
		await page.evaluate(() => document.fonts.ready);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
		expect(await violationsOf(page)).toEqual([]);
		await page.setViewportSize(DESKTOP);
		expect(await violationsOf(page)).toEqual([]);
		expect(complaints).toEqual([]);
		await context.close();
	});
});

test("the page for a fault of ours breaks no rule and no policy", async () => {
	const page = await (await browser.newContext({ viewport: PHONE })).newPage();
	const address = await startBroken();
	const complaints = complaintsOf(page, address);
	await page.goto(address, { waitUntil: "load" });
	expect(await page.textContent("h1")).toBe("Something broke on our side.");
	expect(await violationsOf(page)).toEqual([]);
	expect(complaints).toEqual([]);
});

describe("the form", () => {
	test("is sent without scripts, on a phone, and says that it counted", async () => {
		const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })).newPage();
		await page.setExtraHTTPHeaders({ "x-forwarded-for": "31.1.1.1" });
		await page.goto(`${server.url}/report?service=discord`);
		await page.getByRole("radio", { name: /It never came/ }).check();
		await page.getByLabel("Where are you?").selectOption("DE");
		await page.getByRole("button", { name: /Send report/ }).click();
		expect(await page.getByRole("status").first().textContent()).toContain("Counted. Thank you.");
		await page.getByRole("button", { name: "It came" }).click();
		expect(await page.textContent("main")).toContain("Noted: it came in the end.");
		expect(await counts("discord")).toEqual({ missing: 0, late: 1, reporters: 1 });
	});

	test("keeps everything and names the field when something is missing, without scripts", async () => {
		const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
		await page.setExtraHTTPHeaders({ "x-forwarded-for": "31.1.1.2" });
		await page.goto(`${server.url}/report`);
		await page.getByLabel("Who should have sent the code?").fill("No Such Service");
		await page.getByRole("radio", { name: /SMS/ }).check();
		await page.getByRole("radio", { name: /It came too late/ }).check();
		await page.getByLabel("Where are you?").selectOption("FR");
		await page.getByRole("button", { name: /Send report/ }).click();
		expect(await page.getByLabel("Who should have sent the code?").inputValue()).toBe("No Such Service");
		expect(await page.getByRole("radio", { name: /It came too late/ }).isChecked()).toBe(true);
		expect(await page.textContent("main")).toMatch(/no service by this name/i);
	});

	test("is sent with the keyboard alone, in three taps when the guess is right", async () => {
		const page = await (await browser.newContext({ viewport: DESKTOP })).newPage();
		await page.setExtraHTTPHeaders({ "x-forwarded-for": "24.48.0.1" });
		await page.goto(`${server.url}/services/steam`);
		await press(page, "No code");
		await page.waitForURL("**/report**");
		await press(page, "Send report");
		await page.getByRole("status").first().waitFor();
		expect(await page.getByRole("status").first().textContent()).toContain("Counted. Thank you.");
		expect(await counts("steam")).toEqual({ missing: 1, late: 0, reporters: 1 });
	});
});

describe.each([
	["/services/nope", "We don’t know “nope”."],
	["/services/%25", "We don’t know “%”."],
	["/incidents/0198c0de-0000-7000-8000-000000000000", "We know no incident at this address."],
	["/incidents/nonsense", "We know no incident at this address."],
	["/nowhere", "There is nothing at this address."],
])("%s, which names nothing,", (path, heading) => {
	test.each([true, false])("says so under one masthead (scripts: %s)", async (javaScriptEnabled) => {
		const page = await (await browser.newContext({ javaScriptEnabled, viewport: PHONE })).newPage();
		await page.goto(`${server.url}${path}`, { waitUntil: "load" });
		expect(await page.locator("h1").allTextContents()).toEqual([heading]);
		expect(await page.locator("header").count()).toBe(1);
		expect(await page.locator("footer").count()).toBe(1);
		expect(await page.title()).toMatch(/Undelivered/);
		expect(await page.locator('meta[name="robots"][content="noindex"]').count()).toBeGreaterThan(0);
	});
});

/** Reaches a link or button with Tab alone and presses Enter. */
async function press(page: Page, name: string): Promise<void> {
	for (let tab = 0; tab < 80; tab++) {
		await page.keyboard.press("Tab");
		const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
		if (focused.includes(name)) return page.keyboard.press("Enter");
	}
	throw new Error(`"${name}" cannot be reached with the keyboard`);
}

/** What the console complains of: policy violations, failed loads, errors. That a page is itself a 404 or 500 is none. */
function complaintsOf(page: Page, address: string): string[] {
	const complaints: string[] = [];
	page.on("pageerror", (error) => complaints.push(String(error)));
	page.on("console", (message) => {
		const isOwnAnswer = message.text().startsWith("Failed to load resource") && message.location().url === address;
		if (["error", "warning"].includes(message.type()) && !isOwnAnswer) complaints.push(message.text());
	});
	return complaints;
}

async function violationsOf(page: Page) {
	const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
	return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

/** A dozen people on networks of their own all over the world, and the incident they make. */
async function anIncident(): Promise<string> {
	const countries = ["US", "GB", "DE", "FR", "IN", "BR"];
	for (let network = 1; network <= 12; network++) {
		await fetch(`${server.url}/api/v1/reports`, {
			method: "POST",
			headers: { "content-type": "application/json", "x-forwarded-for": `24.${network}.7.9` },
			body: JSON.stringify({ service: "x", channel: "sms", symptom: "missing", region: countries[network % countries.length] }),
		});
	}
	for (const until = Date.now() + 60_000; Date.now() < until; await wait(250)) {
		const { incidents } = await (await fetch(`${server.url}/api/v1/services/x`)).json();
		if (incidents.length > 0) return incidents[0].id;
	}
	throw new Error("a dozen people on a dozen networks made no incident");
}

async function counts(slug: string) {
	const { points } = await (
		await fetch(`${server.url}/api/v1/services/${slug}/timeline?from=${new Date(Date.now() - 3_600_000).toISOString()}`)
	).json();
	const sum = (name: string) => points.reduce((total: number, point: Record<string, number>) => total + (point[name] ?? 0), 0);
	return { missing: sum("missing"), late: sum("late"), reporters: sum("reporters") };
}
