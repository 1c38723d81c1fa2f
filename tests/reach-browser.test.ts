// Reached by everybody: by its name where a page is read aloud, by the keyboard alone, with text twice as large, without scripts.
import { execFileSync } from "node:child_process";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launchBrowser } from "./world/browser";
import { layoutFaults } from "./world/layout";
import { startServer } from "./world/server";

/** A machine may have other things to do. */
vi.setConfig({ testTimeout: 120_000 });
const DESKTOP = { width: 1280, height: 900 };
const LARGE_TEXT_PX = 32;
const GUESSED = "/report?service=x&channel=sms&symptom=missing";

const server = await startServer({ env: { TRUST_PROXY: "1" } });
execFileSync(process.execPath, ["bin/demo.mjs"], { env: { ...process.env, DATABASE_URL: server.databaseUrl } });
const browser = await launchBrowser();
afterAll(() => browser.close());

async function open(path: string, given: BrowserContextOptions = {}, by: Browser = browser): Promise<Page> {
	const page = await (await by.newContext({ viewport: DESKTOP, ...given })).newPage();
	await page.goto(server.url + path, { waitUntil: "load" });
	return page;
}

/** Goes from one thing to the next by Tab until it is there. */
async function tabTo(page: Page, what: Locator): Promise<void> {
	const isHere = () => what.evaluate((element) => element === document.activeElement);
	for (let tab = 0; tab < 120 && !(await isHere()); tab++) await page.keyboard.press("Tab");
	expect(await isHere(), `${what} is reached`).toBe(true);
}

describe("read aloud,", () => {
	test("the form's questions and answers go by their words alone", async () => {
		const page = await open(GUESSED);
		for (const [question, answers] of [
			["How should it have come?", ["SMS text message", "Call a voice reads it", "E-mail"]],
			["What happened?", ["It never came", "It came too late", "It came and was refused"]],
			["When did you last try?", ["Just now", "In the last hour", "Earlier today"]],
		] as const) {
			const group = page.getByRole("group", { name: question, exact: true });
			for (const name of answers) expect(await group.getByRole("radio", { name, exact: true }).count(), name).toBe(1);
		}
		expect(await page.getByRole("combobox", { name: "Where are you?", exact: true }).count()).toBe(1);
		expect(await page.getByRole("button", { name: "Send report", exact: true }).count()).toBe(1);
	});

	test("a field that is refused says why, and the reason is where reading goes on", async () => {
		const page = await open("/report");
		await page.getByLabel("Who should have sent the code?").fill("No Such Service");
		await page.getByRole("radio", { name: /SMS/ }).check();
		await page.getByRole("radio", { name: /It came too late/ }).check();
		await page.getByLabel("Where are you?").selectOption("DE");
		await page.getByRole("button", { name: "Send report" }).click();
		await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
		const field = page.getByLabel("Who should have sent the code?");
		expect(await field.getAttribute("aria-invalid")).toBe("true");
		const described = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
		expect(await page.locator(`#${described[0]}`).textContent()).toContain("Name a service we know");
	});

	test("the chart is a sentence, and its numbers are a table with heads", async () => {
		const chart = (await open("/services/x")).locator("#chart");
		const plot = chart.getByRole("application");
		await plot.waitFor();
		const sentence = (await plot.getAttribute("aria-label")) ?? "";
		expect(sentence).toMatch(
			/^\d+ people said that codes from X failed, where about \d+ would be usual, by a first guess; at most \d+ in 15 minutes\./,
		);
		expect(await chart.locator("figcaption").textContent()).toContain(sentence);
		expect(await chart.getByRole("slider", { name: /^The lower line: of those who answered/ }).count()).toBe(1);
		await chart.getByText("The same as numbers").click();
		const numbers = chart.getByRole("region", { name: "Reports per 15 min" }).getByRole("table");
		const heads = await numbers.getByRole("columnheader").allTextContents();
		expect(heads.slice(1)).toEqual(["Reported", "Usual", "Failed, of who answered", "Share"]);
		expect(await numbers.getByRole("rowheader").first().textContent()).toMatch(/^\d\d:\d\d–\d\d:\d\d$/);
		expect(await numbers.getByRole("cell").filter({ hasText: /^$/ }).count()).toBe(0);
	});

	test("each cell of the heat table says its number or why it has none, under a named head and beside a named place", async () => {
		const table = (await open("/services/x")).getByRole("table", { name: "Share that failed of codes from X, by country and network" });
		const cells = await table.getByRole("cell").evaluateAll((all) => all.map((cell) => cell.textContent?.trim() ?? ""));
		expect(cells.length).toBeGreaterThan(6);
		const told = /^(does not carry this|–?nobody|a few, or nobody|(under |over )?\d+%\d+ of \d+( \+, and perhaps a few more)?)$/;
		expect(cells.filter((cell) => !told.test(cell))).toEqual([]);
		expect(await table.locator("th:not([scope])").count()).toBe(0);
		expect((await table.getByRole("columnheader").allTextContents()).filter((head) => head.trim() === "")).toEqual([]);
		expect((await table.getByRole("rowheader").allTextContents()).filter((head) => head.trim() === "")).toEqual([]);
	});
});

describe("by the keyboard alone,", () => {
	test("a report is filled in from the first question to the last, and sent", async () => {
		const page = await open("/report", { extraHTTPHeaders: { "x-forwarded-for": "31.7.1.1" } });
		await tabTo(page, page.getByLabel("Who should have sent the code?"));
		await page.keyboard.type("Reddit");
		await page.keyboard.press("Escape");
		await tabTo(page, page.getByRole("radio", { name: /^SMS/ }));
		await page.keyboard.press("Space");
		await tabTo(page, page.getByRole("radio", { name: "It never came" }));
		await page.keyboard.press("ArrowDown");
		expect(await page.getByRole("radio", { name: "It came too late" }).isChecked()).toBe(true);
		await tabTo(page, page.getByLabel("Where are you?"));
		await page.keyboard.type("Germany");
		await tabTo(page, page.getByRole("button", { name: "Send report" }));
		await page.keyboard.press("Enter");
		await page.getByText("Counted. Thank you.").waitFor();
	});

	test("the service page is walked from its sentence along the chart into the heat table", async () => {
		const page = await open("/services/x");
		await page.getByRole("application").waitFor();
		await tabTo(page, page.locator("#chart svg.recharts-surface").first());
		for (let step = 0; step < 93; step++) await page.keyboard.press("ArrowRight");
		await expect.poll(() => page.locator(".recharts-tooltip-wrapper").textContent()).toMatch(/\d+ people reported, usually/);
		await tabTo(page, page.getByRole("region", { name: /a table that may scroll sideways/ }));
		await page.keyboard.press("Tab");
		expect(await page.evaluate(() => document.activeElement?.closest("th")?.textContent)).toBeTruthy();
	});
});

describe("with text twice as large", () => {
	const reader: { browser: Browser | null } = { browser: null };
	beforeAll(async () => {
		reader.browser = await launchBrowser({ textPx: LARGE_TEXT_PX });
	});
	afterAll(() => reader.browser?.close());

	test.each(["/", "/services/x", "/report", GUESSED, "/incidents", "/carriers", "/regions/IN", "/method", "/widget", "/embed/x"])(
		"%s loses nothing and does not scroll sideways",
		async (path) => {
			if (!reader.browser) throw new Error("there is no browser");
			const page = await open(path, {}, reader.browser);
			expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${LARGE_TEXT_PX}px`);
			await expect.poll(() => layoutFaults(page)).toEqual([]);
			await page.context().close();
		},
	);
});

test.each([
	["/", "By service and channel", "table"],
	["/services/x", "What to do now", "#where table, #chart svg"],
	["/services/x?channel=sms&hours=72", "Last 3 days", "#chart svg"],
	["/services/x?lang=ar", "ما العمل الآن", "#where table"],
	["/incidents", "SMS codes from X", "form"],
	["/carriers", "Spoken of now", "table"],
	["/carriers/in-airtel", "Codes that failed", "table"],
	["/regions", "The most codes failed in", "table"],
	["/regions/IN", "On which carriers", "table"],
	["/method", "What we do not claim", "section"],
	["/privacy", "What others see", "section"],
	["/widget", "As it looks now", "form"],
	[GUESSED, "Use only the newest code", "form button"],
	["/sign-in", "Send me a link", "form"],
	["/embed/x", "What people report", ".w-sentence"],
	["/offline", "You are offline.", "h1"],
])("without scripts %s tells “%s”", async (path, words, part) => {
	const page = await open(path, { javaScriptEnabled: false });
	expect(await page.locator("main").textContent()).toContain(words);
	expect(await page.locator(part).filter({ visible: true }).count()).toBeGreaterThan(0);
	expect(await layoutFaults(page)).toEqual([]);
	await page.context().close();
});
