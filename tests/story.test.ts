// The whole product in one story: people report, everybody sees it, a moderator looks, everybody sees that too.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startMail } from "./world/mail";
import { startServer } from "./world/server";
import { signInByMail } from "./world/sign-in";
import { startStranger } from "./world/stranger";

const MODERATOR = "moderator@example.org";
/** The grid, the stretch the watch stays behind, a reading's second and the way to the page. */
const TURNS_WITHIN_MS = 25_000;
const STAYS_MS = 12_000;

const mail = await startMail();
const server = await startServer({ env: { TRUST_PROXY: "1", ADMIN_EMAIL: MODERATOR, SMTP_URL: mail.url } });
const browser = await launchBrowser();

test("ten people report, an incident opens, every open page turns, a moderator retracts it, every page turns back", async () => {
	const reader = await browser.newPage();
	await reader.goto(`${server.url}/services/x`);
	const sentence = reader.locator("main");
	await expectText(sentence, /Nobody has reported anything about X/);

	const stranger = await browser.newPage();
	await stranger.goto(await startStranger(`<script async src="${server.url}/widget.js" data-service="x"></script>`));
	const widget = (await frameOf(stranger)).locator("[data-state]");
	await expectState(widget, "calm");

	for (let network = 1; network <= 10; network++) expect((await report(`24.${network}.7.9`)).status).toBe(201);
	await expect.poll(countMissing, { timeout: 5_000 }).toBe(10);

	await expectText(sentence, /10 of 10 people who tried in the last 30 minutes got no SMS code/);
	await expectState(widget, "raised");
	const [incident] = await openIncidents();
	expect(incident).toMatchObject({ state: "suspected", service: "x", slice: { service: ["x"], channel: ["sms"] } });

	const desk = await browser.newPage();
	await signInByMail(desk, server.url, { mail, email: MODERATOR });
	await desk.waitForURL("**/desk**");
	await desk.getByRole("radio", { name: /Dismiss/ }).check();
	await desk.getByLabel(/What the public will read/).fill("A drill: ten test phones in one room.");
	await desk.getByRole("button", { name: /Dismiss/ }).click();

	await expectText(sentence, /found no sign of a fault/);
	await expectState(widget, "calm");
	await reader.waitForTimeout(STAYS_MS);
	await expectText(sentence, /found no sign of a fault/);
	await expectState(widget, "calm");
	expect(await openIncidents()).toEqual([]);

	await reader.goto(`${server.url}/incidents/${incident?.id}`);
	await expectText(reader.locator("main"), /Retracted: A drill: ten test phones in one room\./);
}, 120_000);

/** The widget's frame lies in a closed shadow: found by its address, not by its element. */
async function frameOf(page: Page) {
	const find = () => page.frames().find((frame) => frame.url().includes("/embed/"));
	await expect.poll(() => find() !== undefined, { timeout: TURNS_WITHIN_MS }).toBe(true);
	return find() ?? page.mainFrame();
}

type Shown = ReturnType<Page["locator"]>;

function expectText(shown: Shown, wanted: RegExp): Promise<void> {
	return expect.poll(() => shown.textContent(), { timeout: TURNS_WITHIN_MS, interval: 200 }).toMatch(wanted);
}

function expectState(shown: Shown, wanted: string): Promise<void> {
	return expect.poll(() => shown.getAttribute("data-state"), { timeout: TURNS_WITHIN_MS, interval: 200 }).toBe(wanted);
}

function report(address: string): Promise<Response> {
	return fetch(`${server.url}/api/v1/reports`, {
		method: "POST",
		headers: { "content-type": "application/json", "x-forwarded-for": address },
		body: JSON.stringify({ service: "Twitter", channel: "sms", symptom: "missing", region: "US" }),
	});
}

async function countMissing(): Promise<number> {
	const timeline = await read("/services/x/timeline");
	return timeline.points.reduce((sum: number, point: { missing: number }) => sum + point.missing, 0);
}

async function openIncidents(): Promise<readonly { id: string; state: string }[]> {
	const { incidents } = await read("/services/x");
	return incidents;
}

async function read(path: string) {
	const answer = await fetch(`${server.url}/api/v1${path}`);
	return answer.json();
}
