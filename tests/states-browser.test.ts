// Every state a page can be in, looked at by rule: nobody has spoken, an evening with trouble, a report on each of its ways,
// and a database that is gone. In each, by day and by night: the rules of WCAG 2.2 AA, how things lie (world/layout.ts) from
// 320 pixels up, and that nothing moves for those who asked for stillness.
import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { openPool } from "../lib/store/pool";
import { launchBrowser } from "./world/browser";
import { layoutFaults } from "./world/layout";
import { signUp, tokenOf } from "./world/people";
import { startServer } from "./world/server";
import { onServer } from "./world/sql";
import { faultsOf, moving } from "./world/whole";

/** A browser looks twice at each of many pages, on a machine that may have other things to do. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const ASK_AGAIN_MS = 250;
/** A page is made about once a second; what it shows may be older on a machine that has other things to do. */
const WITHIN_MS = 60_000;
const PHONE = { width: 390, height: 844 };

const server = await startServer({ env: { TRUST_PROXY: "1" } });
const browser = await launchBrowser();
const pool = openPool(server.databaseUrl, () => {});
const ann = await signUp({ pool }, "ann", "admin");
afterAll(() => browser.close());

let people = 0;

/** Somebody of their own, on a network of their own, who asked that nothing moves. */
async function aPage(given: BrowserContextOptions = {}): Promise<Page> {
	people += 1;
	const from = { "x-forwarded-for": `31.${people}.1.1` };
	const context = await browser.newContext({ viewport: PHONE, reducedMotion: "reduce", extraHTTPHeaders: from, ...given });
	return context.newPage();
}

async function open(path: string, given: BrowserContextOptions = {}): Promise<Page> {
	const page = await aPage(given);
	if (path.startsWith("/desk")) await page.context().addCookies([{ name: "authjs.session-token", value: tokenOf(ann), url: server.url }]);
	await page.goto(server.url + path, { waitUntil: "load" });
	await page.evaluate(() => document.fonts.ready);
	return page;
}

/** What is wrong with a page as it stands, which is then closed. Without scripts axe cannot look. */
async function lookAt(page: Page, { scripts = true } = {}): Promise<string[]> {
	const faults = await (scripts ? faultsOf(page) : layoutFaults(page));
	await page.context().close();
	return faults;
}

async function stateOf(slug: string): Promise<string> {
	return (await (await fetch(`${server.url}/api/v1/services/${slug}/status`)).json()).state;
}

async function until(slug: string, state: string): Promise<void> {
	while ((await stateOf(slug)) !== state) await wait(ASK_AGAIN_MS);
}

const told = async (page: Page) => ((await page.textContent("main")) ?? "").replace(/\s+/gu, " ");

describe("where nobody has said anything yet", () => {
	test.each([
		["/", "Nobody has reported anything in the last 24 hours."],
		["/services/google", "Nobody has reported anything about Google in the last 24 hours."],
		["/incidents", "Nothing has failed yet that people told us of."],
		["/carriers/in-airtel", "Nobody on Airtel told us about a code in that time"],
		["/regions", "Map"],
		["/embed/google", "Nobody has reported anything about Google"],
		["/desk", "Nothing waits for a decision."],
		["/desk/services", "Nothing waits."],
	])("%s says so, and is whole", async (path, words) => {
		const page = await open(path);
		expect(await told(page)).toContain(words);
		expect(await lookAt(page)).toEqual([]);
	});
});

describe("on an evening with trouble", () => {
	beforeAll(async () => {
		execFileSync(process.execPath, ["bin/demo.mjs"], { env: { ...process.env, DATABASE_URL: server.databaseUrl } });
		await until("x", "failing");
		await until("uber", "raised");
		await until("google", "calm");
	});

	test.each([
		"/",
		"/services/x",
		"/services/x?lang=ar",
		"/services/x?lang=ja",
		"/services/uber",
		"/services/google",
		"/carriers",
		"/regions?service=x",
		"/embed/x?lang=ar&show=banner,advice,report",
		"/embed/google?lang=ja&show=banner,report",
		"/widget?service=x&lang=ar",
		"/desk",
		"/desk/services",
	])("%s is whole", async (path) => {
		expect(await lookAt(await open(path))).toEqual([]);
	});

	test("an incident is whole, for who reads it and for who decides about it", async () => {
		const { incidents } = await (await fetch(`${server.url}/api/v1/incidents?service=x`)).json();
		for (const path of [`/incidents/${incidents[0].id}`, `/desk?incident=${incidents[0].id}`])
			expect(await lookAt(await open(path)), path).toEqual([]);
	});
});

describe("a report, on each of its ways,", () => {
	const guessed = "/report?service=discord&channel=sms&symptom=missing";
	const button = (page: Page) => page.getByRole("button", { name: /Send report|Sending/ });

	async function send(page: Page): Promise<void> {
		await page.getByLabel("Where are you?").selectOption("DE");
		await button(page).click();
	}

	test("is whole before it is sent, with a service to be named and with one that was guessed", async () => {
		for (const path of ["/report", guessed]) expect(await lookAt(await open(path)), path).toEqual([]);
	});

	test.each([true, false])("is whole where it is refused (scripts: %s)", async (scripts) => {
		const page = await open("/report", { javaScriptEnabled: scripts });
		await page.getByLabel("Who should have sent the code?").fill("No Such Service");
		await page.getByRole("radio", { name: /SMS/ }).check();
		await page.getByRole("radio", { name: /It came too late/ }).check();
		await send(page);
		await page.getByRole("alert").waitFor();
		expect(await lookAt(page, { scripts })).toEqual([]);
	});

	test("says while it is on its way that it is, and fills the dashes only for who may see them move", async () => {
		for (const reducedMotion of ["no-preference", "reduce"] as const) {
			const page = await open(guessed, { reducedMotion });
			await page.route("**/api/v1/reports", () => {});
			await send(page);
			await page.getByRole("button", { name: "Sending" }).waitFor();
			expect(await button(page).isDisabled()).toBe(true);
			expect((await moving(page)).length > 0, reducedMotion).toBe(reducedMotion === "no-preference");
			if (reducedMotion === "reduce") expect(await lookAt(page)).toEqual([]);
		}
	});

	test.each([
		["Still nothing", "Noted: still nothing."],
		["Take it back", "Your report counts no more."],
	])("is whole when it counted, and when it is answered: %s", async (answer, words) => {
		const page = await open(guessed);
		await send(page);
		await page.getByText("Counted. Thank you.").waitFor();
		const state = await page.context().storageState();
		expect(await lookAt(page)).toEqual([]);
		const again = await open("/report", { storageState: state });
		await again.getByRole("button", { name: answer }).click();
		await again
			.getByText(/Noted|Taken back/)
			.first()
			.waitFor();
		expect(await lookAt(again), words).toEqual([]);
	});
});

describe("when the database is gone", () => {
	const { pathname } = new URL(server.databaseUrl);
	const allow = (isAllowed: boolean) =>
		onServer(inject("databases").url, `ALTER DATABASE ${pathname.slice(1)} ALLOW_CONNECTIONS ${isAllowed}`);

	beforeAll(async () => {
		for (const path of ["/", "/services/x"]) await fetch(server.url + path);
		await pool.end();
		await allow(false);
		await onServer(
			inject("databases").url,
			`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${pathname.slice(1)}'`,
		);
		await until("x", "unknown");
	});
	afterAll(() => allow(true));

	test.each([
		["/", "We last could on"],
		["/services/x", "The last reading, at"],
		["/services/x?lang=ar", "آخر قراءة"],
		["/services/hinge", "We cannot tell right now whether codes from Hinge arrive."],
		["/incidents", "could not be read just now"],
		["/carriers/gmail.com", "could not be read just now"],
		["/regions/BR", "could not be read just now"],
		["/embed/hinge", "We cannot tell right now whether codes from Hinge arrive."],
		["/desk", "We could not read your session just now."],
	])("%s says so, and is whole", async (path, words) => {
		const shown = async () => {
			const page = await open(path);
			const text = await told(page);
			await page.context().close();
			return text;
		};
		await expect.poll(shown, { timeout: WITHIN_MS, interval: ASK_AGAIN_MS }).toContain(words);
		expect(await lookAt(await open(path))).toEqual([]);
	});

	test("nothing that was never read is given an age", async () => {
		for (const path of ["/services/hinge", "/embed/hinge"]) {
			const page = await open(path);
			expect(await page.locator("dl time, .w time").allTextContents(), path).toEqual([]);
			await page.context().close();
		}
	});

	test("a report is kept where scripts run, and is still in the form where they do not", async () => {
		for (const scripts of [true, false]) {
			const page = await open("/report?service=steam&channel=sms&symptom=missing", { javaScriptEnabled: scripts });
			await page.getByLabel("Where are you?").selectOption("DE");
			await page.getByRole("button", { name: /Send report/ }).click();
			await page.getByText(scripts ? "Your report is not sent yet." : "Nothing was saved.").waitFor();
			expect(await lookAt(page, { scripts }), `scripts: ${scripts}`).toEqual([]);
		}
	});
});
