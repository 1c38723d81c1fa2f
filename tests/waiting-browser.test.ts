// A report on a phone whose connection comes and goes: it is kept, sent by itself and counted once, whatever was lost.
import AxeBuilder from "@axe-core/playwright";
import pg from "pg";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const PHONE = { width: 390, height: 844 };
const server = await startServer({ env: { TRUST_PROXY: "1" } });
const browser = await launchBrowser();
const database = new pg.Client({ connectionString: server.databaseUrl, application_name: "test" });
await database.connect();
afterAll(async () => {
	await browser.close();
	await database.end();
});

async function violationsOf(page: Page) {
	const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
	return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

let people = 0;

/** A phone of its own, on a network of its own. */
async function phone(): Promise<BrowserContext> {
	people += 1;
	return browser.newContext({ viewport: PHONE, extraHTTPHeaders: { "x-forwarded-for": `31.${people}.1.1` } });
}

async function openForm(context: BrowserContext, service: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${server.url}/report?service=${service}&channel=sms&symptom=missing`);
	await page.getByLabel("Where are you?").selectOption("DE");
	return page;
}

const send = (page: Page) => page.getByRole("button", { name: /Send report/ }).click();
const counted = (page: Page) => page.getByText("Counted. Thank you.").waitFor();
const kept = (page: Page) => page.evaluate(() => JSON.parse(localStorage.getItem("undelivered.waiting") ?? "[]"));

async function reportsAbout(slug: string): Promise<{ triedMinutesAgo: number }[]> {
	const { rows } = await database.query<{ triedMinutesAgo: number }>(
		`SELECT tried_minutes_ago AS "triedMinutesAgo" FROM report JOIN service ON service.id = service_id WHERE slug = $1`,
		[slug],
	);
	return rows;
}

/** As if so much time had passed since the person tried. */
const age = (page: Page, minutes: number) =>
	page.evaluate((by) => {
		const drafts = JSON.parse(localStorage.getItem("undelivered.waiting") ?? "[]");
		const older = drafts.map((draft: { madeAt: string }) => ({
			...draft,
			madeAt: new Date(Date.parse(draft.madeAt) - by * 60_000).toISOString(),
		}));
		localStorage.setItem("undelivered.waiting", JSON.stringify(older));
	}, minutes);

test("without a connection it is kept, holds no number or code, and is sent once the connection is back", async () => {
	const context = await phone();
	const page = await openForm(context, "discord");
	await page.getByText("Add how long you waited").click();
	await page.getByLabel("Anything else?").fill("the last one was 482913");
	await context.setOffline(true);
	await send(page);
	await page.getByText("You are offline.").waitFor();
	expect(await page.textContent("main")).toContain(
		"Your report about Discord is kept on this device and is sent when the connection is back",
	);
	expect(JSON.stringify(await kept(page))).not.toContain("482913");
	expect(await violationsOf(page)).toEqual([]);
	await context.setOffline(false);
	await counted(page);
	expect(await violationsOf(page)).toEqual([]);
	expect(await kept(page)).toEqual([]);
	expect(await reportsAbout("discord")).toHaveLength(1);
});

test("what arrived although its answer was lost is not counted again, and its receipt is given all the same", async () => {
	const context = await phone();
	const page = await openForm(context, "steam");
	await page.route("**/api/v1/reports", async (route) => {
		await route.fetch();
		await route.abort("connectionreset");
	});
	await send(page);
	await page.getByText("Your report is not sent yet.").waitFor();
	expect(await reportsAbout("steam")).toHaveLength(1);
	await age(page, 12);
	await page.unroute("**/api/v1/reports");
	await page.getByRole("button", { name: "Try now" }).click();
	await counted(page);
	expect(await reportsAbout("steam")).toEqual([{ triedMinutesAgo: 0 }]);
	await page.getByRole("button", { name: "It came" }).click();
	await page.getByText("Noted: it came in the end.").waitFor();
});

test("two tabs send it once, and say when the person tried and not when it was sent", async () => {
	const context = await phone();
	const [one, other] = [await openForm(context, "reddit"), await openForm(context, "reddit")];
	await context.setOffline(true);
	await send(one);
	await one.getByText("You are offline.").waitFor();
	await other.getByText("You are offline.").waitFor();
	await age(one, 45);
	await context.setOffline(false);
	await counted(one);
	await expect.poll(() => kept(other), { timeout: 10_000 }).toEqual([]);
	expect(await reportsAbout("reddit")).toEqual([{ triedMinutesAgo: 45 }]);
});

test("a closed page sends it when it is opened again", async () => {
	const context = await phone();
	const page = await openForm(context, "github");
	await context.setOffline(true);
	await send(page);
	await page.getByText("You are offline.").waitFor();
	await page.close();
	await context.setOffline(false);
	const later = await context.newPage();
	await later.goto(`${server.url}/services/x`);
	await expect.poll(() => kept(later), { timeout: 10_000 }).toEqual([]);
	expect(await reportsAbout("github")).toHaveLength(1);
});

test("it can be thrown away, and then nothing is sent", async () => {
	const context = await phone();
	const page = await openForm(context, "paypal");
	await context.setOffline(true);
	await send(page);
	await page.getByRole("button", { name: "Throw it away" }).click();
	await page.getByRole("button", { name: /Send report/ }).waitFor();
	await context.setOffline(false);
	await page.reload();
	expect(await kept(page)).toEqual([]);
	expect(await reportsAbout("paypal")).toEqual([]);
});

test("after a day it is not sent any more but offered", async () => {
	const context = await phone();
	const page = await openForm(context, "netflix");
	await context.setOffline(true);
	await send(page);
	await page.getByText("You are offline.").waitFor();
	await age(page, 25 * 60);
	await context.setOffline(false);
	await page.reload();
	await page.getByText("more than a day ago").waitFor();
	expect(await reportsAbout("netflix")).toEqual([]);
	await page.getByRole("button", { name: "Use it again" }).click();
	await send(page);
	await counted(page);
	expect(await reportsAbout("netflix")).toEqual([{ triedMinutesAgo: 0 }]);
});

test("what is refused in the end comes back as it was typed, with the reason", async () => {
	const context = await phone();
	const page = await openForm(context, "spotify");
	await page.getByLabel("Your mobile network").fill("No Such Network");
	await context.setOffline(true);
	await send(page);
	await page.getByText("You are offline.").waitFor();
	await context.setOffline(false);
	await page.getByText("We do not know this carrier").waitFor();
	expect(await page.getByLabel("Your mobile network").inputValue()).toBe("No Such Network");
	await page.getByLabel("Your mobile network").fill("");
	await send(page);
	await counted(page);
	expect(await kept(page)).toEqual([]);
});

test("a form left in the middle is found as it was, its note without numbers, until it is sent", async () => {
	const context = await phone();
	const page = await openForm(context, "slack");
	await page.getByRole("radio", { name: /E-mail/ }).check();
	await page.getByText("Add how long you waited").click();
	await page.getByLabel("Anything else?").fill("code 482913 twice");
	await page.close();
	const again = await context.newPage();
	await again.goto(`${server.url}/report?service=slack`);
	await again.getByLabel("Anything else?").waitFor();
	expect(await again.getByRole("radio", { name: /E-mail/ }).isChecked()).toBe(true);
	expect(await again.getByRole("radio", { name: /It never came/ }).isChecked()).toBe(true);
	expect(await again.getByLabel("Where are you?").inputValue()).toBe("DE");
	expect(await again.getByLabel("Anything else?").inputValue()).toBe("code ‹number› twice");
	await send(again);
	await counted(again);
	await again.goto(`${server.url}/report?service=slack`);
	expect(await again.getByRole("radio", { name: /It never came/ }).isChecked()).toBe(false);
});

test("whoever comes back is asked once more, where they report and on the page of the service, and can take it back", async () => {
	const context = await phone();
	const page = await openForm(context, "dropbox");
	await send(page);
	await counted(page);
	await page.goto(`${server.url}/services/github`);
	expect(await page.getByText("Did it arrive in the end?").count()).toBe(0);
	await page.goto(`${server.url}/services/dropbox`);
	await page.getByText("You reported Dropbox").waitFor();
	await page.getByRole("button", { name: "Still nothing" }).click();
	await page.getByText("Noted: still nothing.").waitFor();
	await page.goto(`${server.url}/report`);
	await page.getByRole("button", { name: "Take it back" }).click();
	await page.getByText("Taken back. It counts no more.").waitFor();
	await page.goto(`${server.url}/services/dropbox`);
	await page.getByText("Did your code from Dropbox come?").waitFor();
});

test("a report sent by mistake is taken back at once, without scripts too", async () => {
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled, extraHTTPHeaders: { "x-forwarded-for": "31.99.1.1" } });
		const page = await openForm(context, "zoom");
		await send(page);
		await page.getByRole("button", { name: "Take it back" }).click();
		await page.getByText("Your report counts no more.").waitFor();
		expect(await reportsAbout("zoom")).toEqual([]);
	}
});
