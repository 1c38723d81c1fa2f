// A moderator is woken by a running server, follows the mail to the account, and turns it off; without scripts, on again.
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

async function report(address: string): Promise<void> {
	await fetch(`${server.url}/api/v1/reports`, {
		method: "POST",
		headers: { "content-type": "application/json", "x-forwarded-for": address },
		body: JSON.stringify({ service: "x", channel: "sms", symptom: "missing", region: "US" }),
	});
}

test("a few seconds after ten people reported, the first admin has a mail, whose links lead to the case and to the choice", async () => {
	for (let network = 1; network <= 10; network++) await report(`24.${network}.7.9`);
	await expect.poll(() => mail.count, { timeout: OPENS_WITHIN_MS, interval: 200 }).toBe(1);
	expect(mail.letters[0]?.text).toContain("Subject: Possible: SMS codes from X in the United States (not confirmed)");

	const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
	const page = await context.newPage();
	await signInByMail(page, server.url, { mail, email: MODERATOR });
	await page.waitForURL("**/desk**");

	await page.goto(await mail.linkFor(MODERATOR, /desk\?incident=/));
	await page.getByRole("radio", { name: /Dismiss/ }).waitFor();
	await page.goto(await mail.linkFor(MODERATOR, /account/));
	await page.getByRole("button", { name: "Do not wake me" }).click();
	await page.getByText("You get no e-mail when an incident opens.").waitFor();
	await page.reload();
	await page.getByText("You get no e-mail when an incident opens.").waitFor();

	const bare = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
	const plain = await bare.newPage();
	await plain.goto(`${server.url}/desk/account`);
	await plain.getByRole("button", { name: /Wake me/ }).click();
	await plain.getByText("You get an e-mail when an incident opens").waitFor();
	expect(server.output()).not.toContain("waking");
}, 120_000);
