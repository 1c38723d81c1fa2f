// Inviting, signing in and removing as people do it: by mail, without scripts, on a phone, and under the rules of WCAG.
import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { openPool } from "../lib/store/pool";
import { launchBrowser } from "./world/browser";
import { startMail } from "./world/mail";
import { signUp, tokenOf } from "./world/people";
import { startServer } from "./world/server";
import { signInByMail } from "./world/sign-in";

const PHONE = { width: 390, height: 844 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const NEW = "new@example.org";

const mail = await startMail();
const server = await startServer({ env: { SMTP_URL: mail.url } });
const browser = await launchBrowser();
const pool = openPool(server.databaseUrl, () => {});
afterAll(async () => {
	await browser.close();
	await pool.end();
});
const ann = await signUp({ pool }, "ann", "admin");
const bob = await signUp({ pool }, "bob-whose-address-is-longer-than-a-phone-is-wide", "moderator");

/** The page in the hands of somebody who is signed in. */
async function peoplePage(given: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ viewport: PHONE, ...given });
	await context.addCookies([{ name: "authjs.session-token", value: tokenOf(ann), url: server.url }]);
	const page = await context.newPage();
	await page.goto(`${server.url}/desk/people`, { waitUntil: "load" });
	return page;
}

function overflowOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Asks for a link, as the sign-in page does, and uses it. */
async function signIn(email: string): Promise<Page> {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await signInByMail(page, server.url, { mail, email });
	return page;
}

test("somebody is invited without scripts, signs in by the link, and is out at once when removed", async () => {
	const page = await peoplePage({ javaScriptEnabled: false });
	await page.getByLabel("Their e-mail address").fill("ann@example.org");
	await page.getByRole("radio", { name: /admin/i }).check();
	await page.getByRole("button", { name: "Invite", exact: true }).click();
	await page.getByText("ann@example.org is an admin already.").waitFor();
	expect(await page.getByLabel("Their e-mail address").inputValue()).toBe("ann@example.org");
	expect(await page.getByRole("radio", { name: /admin/i }).isChecked()).toBe(true);

	await page.getByLabel("Their e-mail address").fill("New@Example.org");
	await page.getByRole("radio", { name: /moderator/i }).check();
	await page.getByRole("button", { name: "Invite", exact: true }).click();
	expect(await page.getByRole("status").textContent()).toContain(`Done: you invited ${NEW}, to be a moderator.`);
	expect(await mail.linkFor(NEW)).toBe(`${server.url}/sign-in`);
	expect(await page.textContent("main")).not.toContain("mail did not go");

	const desk = await signIn("NEW@example.org");
	expect([new URL(desk.url()).pathname, await desk.textContent("main")]).toEqual(["/desk", expect.stringContaining(`${NEW}, moderator`)]);

	await page.goto(`${server.url}/desk/people`);
	expect(await page.textContent("main")).toContain(`${NEW} accepted the invitation, and is a moderator`);
	await page.getByRole("button", { name: `Remove ${NEW}` }).click();
	await page.getByText(`Done: you removed ${NEW} (was a moderator).`).waitFor();
	await desk.goto(`${server.url}/desk`);
	expect(new URL(desk.url()).pathname).toBe("/sign-in");
	const mails = mail.count;
	await desk.getByLabel("Your e-mail address").fill(NEW);
	await desk.keyboard.press("Enter");
	await desk.getByText("a link is on its way").waitFor();
	expect(mail.count).toBe(mails);

	await page.getByRole("button", { name: "Undo: make a moderator again" }).click();
	await page.getByText(`Done: you made ${NEW} a moderator (was without a role).`).waitFor();
}, 120_000);

test("a link that was only asked for grants nothing", async () => {
	const page = await peoplePage();
	await page.getByLabel("Their e-mail address").fill("asked@example.org");
	await page.keyboard.press("Enter");
	await page.getByText("Done: you invited asked@example.org").waitFor();
	const stranger = await (await browser.newContext()).newPage();
	await stranger.goto(`${server.url}/sign-in`);
	await stranger.getByLabel("Your e-mail address").fill("asked@example.org");
	await stranger.keyboard.press("Enter");
	await mail.linkFor("asked@example.org", /callback/);
	expect((await pool.query(`SELECT FROM "user" WHERE email = 'asked@example.org'`)).rowCount).toBe(0);
	expect((await pool.query("SELECT FROM invitation WHERE email = 'asked@example.org' AND accepted_at IS NULL")).rowCount).toBe(1);
}, 60_000);

test("two admins at once: who is second reads what the first did, beside the button", async () => {
	const page = await peoplePage();
	await pool.query(`UPDATE "user" SET role = 'admin' WHERE id = $1`, [bob.id]);
	await page.getByRole("button", { name: `Remove ${bob.email}` }).click();
	await page.getByRole("alert").getByText(`Somebody was quicker: ${bob.email} is an admin now.`).waitFor();
	expect(await overflowOf(page)).toBeLessThanOrEqual(0);
	await page.reload();
	await page.getByRole("button", { name: `Make a moderator: ${bob.email}` }).click();
	await page.getByText(`Done: you made ${bob.email} a moderator (was an admin).`).waitFor();
}, 60_000);

test.each(["light", "dark"] as const)(
	"in %s the page breaks no rule of WCAG 2.2 AA and does not overflow a phone",
	async (colorScheme) => {
		await pool.query("UPDATE invitation SET mailed_at = NULL");
		const page = await peoplePage({ colorScheme });
		expect(await page.textContent("main")).toContain("The mail did not go. Tell them to sign in with this address at");
		expect(await overflowOf(page)).toBeLessThanOrEqual(0);
		for (const width of [390, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
			expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
		}
	},
	60_000,
);
