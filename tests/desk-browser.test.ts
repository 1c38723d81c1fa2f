// The desk in a browser: a retraction is taken back with one press, with and without scripts, and nothing typed is lost.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startMail } from "./world/mail";
import { startServer } from "./world/server";
import { signInByMail } from "./world/sign-in";

const MODERATOR = "moderator@example.org";
const OPENS_WITHIN_MS = 25_000;

const mail = await startMail();
const server = await startServer({ env: { TRUST_PROXY: "1", ADMIN_EMAIL: MODERATOR, SMTP_URL: mail.url } });
const browser = await launchBrowser();

async function read(path: string) {
	const answer = await fetch(`${server.url}/api/v1${path}`);
	return answer.json();
}

async function openIncident(): Promise<string> {
	for (let network = 1; network <= 10; network++) {
		await fetch(`${server.url}/api/v1/reports`, {
			method: "POST",
			headers: { "content-type": "application/json", "x-forwarded-for": `24.${network}.7.9` },
			body: JSON.stringify({ service: "x", channel: "sms", symptom: "missing", region: "US" }),
		});
	}
	const find = async () => (await read("/incidents?service=x")).incidents[0]?.id ?? "";
	await expect.poll(find, { timeout: OPENS_WITHIN_MS, interval: 300 }).not.toBe("");
	return find();
}

async function decide(page: Page, deed: RegExp, text: string): Promise<void> {
	await page.getByRole("radio", { name: deed }).check();
	await page.getByLabel(/What the public will read/).fill(text);
	await page
		.locator("form", { has: page.getByRole("radio") })
		.getByRole("button")
		.click();
}

test("a moderator retracts, takes it back, notes a stance, and loses no word to another", async () => {
	const id = await openIncident();
	const state = async () => (await read(`/incidents/${id}`)).state;
	const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
	const page = await context.newPage();
	await signInByMail(page, server.url, { mail, email: MODERATOR });
	await page.waitForURL("**/desk**");
	await page.getByRole("link", { name: /SMS codes from X/ }).click();
	await decide(page, /Dismiss/, "A drill: ten test phones.");
	await page.getByRole("button", { name: /^Undo: dismissed by moderator@example\.org at/ }).click();
	await page.getByText("Done: took back.").waitFor();
	await expect.poll(state).toBe("suspected");
	expect(await page.locator("main").textContent()).toContain("Taken back: the retraction at");

	const bare = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
	const plain = await bare.newPage();
	await plain.goto(`${server.url}/desk?incident=${id}`);
	await decide(plain, /Confirm/, "");
	await expect.poll(state).toBe("confirmed");

	await decide(page, /End it/, "All of my careful words.");
	await page.getByText(/Somebody was quicker.*moderator@example\.org: confirm/).waitFor();
	expect(await page.getByLabel(/What the public will read/).inputValue()).toBe("All of my careful words.");
	expect(await page.getByRole("radio", { name: /End it/ }).isChecked()).toBe(true);

	await plain.getByRole("button", { name: /^Undo: confirmed/ }).click();
	await plain.getByText("Done: took back.").waitFor();
	await expect.poll(state).toBe("suspected");

	await page.goto(`${server.url}/desk?incident=${id}`);
	await page.getByText("Note what X said").click();
	await page.getByLabel("Stance").selectOption("denied");
	await page.getByLabel("When, in UTC").fill(new Date().toISOString().slice(0, 16));
	await page.getByLabel("In its own words, if any").fill("All systems are fine.");
	await page.getByRole("button", { name: "Note it" }).click();
	await page.getByText(/begins with https/).waitFor();
	await page.getByLabel("Link to it").fill("https://x.example/said");
	await page.getByRole("button", { name: "Note it" }).click();
	await page.getByText("Done: noted a stance.").waitFor();

	const reader = await browser.newPage();
	/** A reader's page is made about once a second: it may be a deed behind. */
	const shown = async () => {
		await reader.goto(`${server.url}/incidents/${id}`);
		return (await reader.locator("main").textContent()) ?? "";
	};
	await expect.poll(shown, { timeout: 10_000 }).toContain("All systems are fine.");
	for (const words of ["Taken back: the retraction", "Taken back: the confirmation", "Denied"]) expect(await shown()).toContain(words);
	expect((await read(`/incidents/${id}`)).stance).toMatchObject([{ value: "denied", url: "https://x.example/said", by: "moderator" }]);
}, 120_000);
