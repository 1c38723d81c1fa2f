// The way of somebody who is locked out: how many taps from a cold page to a report that counts, and what is asked before it.
// How soon a slow phone shows it is tests/slow/phone.test.ts.
import type { BrowserContext } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const INTERACTIONS_MAX = 3;

const server = await startServer({ env: { TRUST_PROXY: "1", COUNTRY_HEADER: "cf-ipcountry" } });
const browser = await launchBrowser();
afterAll(() => browser.close());

function phone(): Promise<BrowserContext> {
	return browser.newContext({
		viewport: { width: 390, height: 844 },
		isMobile: true,
		hasTouch: true,
		extraHTTPHeaders: { "x-forwarded-for": "24.48.0.1", "cf-ipcountry": "DE" },
	});
}

test("from a cold service page to a report that counts, in at most three taps when the guesses are right", async () => {
	const page = await (await phone()).newPage();
	let taps = 0;
	const tap = async (name: RegExp, role: "link" | "button") => {
		taps += 1;
		await page.getByRole(role, { name }).tap();
	};
	await page.goto(`${server.url}/services/steam`);
	await tap(/^No code$/, "link");
	await page.waitForURL("**/report**");
	expect(await page.getByLabel("Where are you?").inputValue()).toBe("DE");
	await tap(/Send report/, "button");
	await page.getByText("Counted. Thank you.").waitFor();
	expect(taps).toBeLessThanOrEqual(INTERACTIONS_MAX);
	const { points } = await (await fetch(`${server.url}/api/v1/services/steam/timeline?region=DE&step=30m`)).json();
	expect(points.length).toBeGreaterThan(0);
});

test.each([
	["authenticator", "Is this device’s clock right?", "Look in the spam folder"],
	["email", "Look in the spam folder", "Is this device’s clock right?"],
	["sms", "Are short or unknown numbers blocked?", "Look in the spam folder"],
])("before an %s report one is asked “%s” and not “%s”; without scripts both", async (channel, asked, other) => {
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		await page.goto(`${server.url}/report?service=discord&channel=${channel}`);
		expect(await page.getByRole("heading", { name: asked }).isVisible()).toBe(true);
		expect(await page.getByRole("heading", { name: other }).isVisible()).toBe(!javaScriptEnabled);
		await context.close();
	}
});
