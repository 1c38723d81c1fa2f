// Passkeys and sessions, in a real browser with an authenticator of its own: what they open, and whom they no longer do.
import AxeBuilder from "@axe-core/playwright";
import type { Page, Request } from "playwright-core";
import { afterAll, expect, test, vi } from "vitest";
import { PASSKEY_CALLS_MAX } from "../lib/limits";
import { openPool } from "../lib/store/pool";
import { launchBrowser } from "./world/browser";
import { startMail } from "./world/mail";
import { addPasskey, aVisitor, carrySession, signInByLink, usePasskey } from "./world/passkey";
import { startServer } from "./world/server";

/** A browser of its own, several pages, and a machine that may have other things to do. */
vi.setConfig({ testTimeout: 120_000 });
const ADMIN = "admin@example.org";

const mail = await startMail();
const server = await startServer({ env: { TRUST_PROXY: "1", ADMIN_EMAIL: ADMIN, SMTP_URL: mail.url } });
const pool = openPool(server.databaseUrl, () => {});
const browser = await launchBrowser();
afterAll(async () => void (await Promise.all([browser.close(), pool.end()])));

async function sql(statement: string, values: readonly string[] = []): Promise<readonly Record<string, unknown>[]> {
	return (await pool.query(statement, [...values])).rows;
}

/** Somebody whom an admin has made a moderator. */
async function aModerator(name: string): Promise<string> {
	await sql("INSERT INTO \"user\" (id, email, role) VALUES ($1, $1 || '@example.org', 'moderator')", [name]);
	return `${name}@example.org`;
}

/** A browser in which the moderator is signed in. */
async function signedIn(name: string, device = "Firefox on Android") {
	const [visitor, token] = [await aVisitor(browser, server), `${name} on ${device}`];
	await sql(
		`INSERT INTO session (id, session_token, user_id, expires, device)
		 VALUES ($1, $1, $2, (clock_timestamp() + interval '1 hour') AT TIME ZONE 'UTC', $3)`,
		[token, name, device],
	);
	await carrySession(visitor, server, token);
	return visitor;
}

/** A moderator signed in, with a passkey of their own. */
async function aKeeper(name: string) {
	await aModerator(name);
	const visitor = await signedIn(name);
	await addPasskey(visitor);
	return visitor;
}

async function expectRefused(page: Page): Promise<void> {
	await page.getByText("This passkey opens nothing here.").waitFor();
	await page.goto("/desk");
	await page.waitForURL("**/sign-in");
}

const signOut = (page: Page) => page.getByRole("button", { name: "Sign out" }).click();
const deedsOf = (person: string) => sql("SELECT deed FROM audit WHERE user_id = $1 ORDER BY at", [person]);

test("a moderator adds a passkey, signs in with it, and removes it, after which it opens nothing", async () => {
	const keeper = await aVisitor(browser, server);
	const { page } = keeper;
	await signInByLink(keeper, mail, await aModerator("ada"));
	await addPasskey(keeper);
	expect(await page.locator("main").textContent()).toMatch(/Chrome on LinuxAdded .*not used yet.*Chrome on Linux, this oneBegan/);
	await signOut(page);
	await page.waitForURL(`${server.url}/`);
	await usePasskey(keeper);
	await page.waitForURL("**/desk");
	await page.goto("/desk/account");
	expect(await page.locator("main").textContent()).toContain("last used");

	await page.getByText("Remove it").click();
	await page.getByRole("button", { name: "Yes, remove this passkey" }).click();
	await page.getByText("The passkey is removed.").waitFor();
	expect(await sql("SELECT id FROM account WHERE user_id = 'ada' UNION ALL SELECT credential_id FROM authenticator")).toEqual([]);
	expect(await deedsOf("ada")).toEqual([{ deed: "add-passkey" }, { deed: "remove-passkey" }]);
	await signOut(page);
	await page.waitForURL(`${server.url}/`);
	await usePasskey(keeper);
	await expectRefused(page);
});

test("a passkey opens nothing for somebody who is no moderator any more", async () => {
	const keeper = await aKeeper("ben");
	await sql("UPDATE \"user\" SET role = 'reader' WHERE id = 'ben'");
	await keeper.context.clearCookies();
	await usePasskey(keeper);
	await expectRefused(keeper.page);
	expect(await sql("SELECT device FROM session WHERE user_id = 'ben'")).toEqual([{ device: "Firefox on Android" }]);
});

test("an answer that was sent once opens nothing a second time, and neither does a counter that runs backwards", async () => {
	const keeper = await aKeeper("cem");
	await keeper.context.clearCookies();
	const sent = keeper.page.waitForRequest((request) => request.url().endsWith("/callback/passkey"));
	await usePasskey(keeper);
	await keeper.page.waitForURL("**/desk");
	await sql("UPDATE authenticator SET counter = 0 WHERE user_id = 'cem'");
	expect(await answerAgain(await sent)).toContain("/sign-in?error=");
	await sql("UPDATE authenticator SET counter = 1000000 WHERE user_id = 'cem'");
	await keeper.context.clearCookies();
	await usePasskey(keeper);
	await expectRefused(keeper.page);
});

/** The same cookies and the same body, from elsewhere. */
async function answerAgain(request: Request): Promise<string> {
	const { cookie = "" } = await request.allHeaders();
	const answer = await fetch(request.url(), {
		method: "POST",
		headers: { cookie, "x-auth-return-redirect": "1", "content-type": "application/x-www-form-urlencoded", "x-forwarded-for": "24.2.2.2" },
		body: request.postData() ?? "",
	});
	const { url } = await answer.json();
	return url;
}

test("nobody who is signed out may register a passkey, least of all as the first admin", async () => {
	const moderator = await aModerator("dan");
	for (const email of [ADMIN, moderator, "stranger@example.org"]) {
		for (const action of ["action=register&", ""]) {
			const asked = await fetch(`${server.url}/api/auth/webauthn-options/passkey?${action}email=${email}`);
			const said = await asked.text();
			expect([email, said.includes("excludeCredentials"), said.includes('"allowCredentials":[')]).toEqual([email, false, false]);
			if (action !== "") expect(asked.status).toBe(400);
		}
	}
});

test("where we are is our public address, whatever a proxy calls us", async () => {
	const asked = await fetch(`${server.url.replace("localhost", "127.0.0.1")}/api/auth/webauthn-options/passkey?action=authenticate`, {
		headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "24.3.3.3" },
	});
	expect((await asked.json()).options).toMatchObject({ rpId: "localhost", userVerification: "required" });
	await aModerator("ida");
	const { context } = await signedIn("ida");
	const adding = await context.request.get("/api/auth/webauthn-options/passkey?action=register");
	expect((await adding.json()).options).toMatchObject({
		rp: { id: "localhost", name: "Undelivered" },
		authenticatorSelection: { residentKey: "required", userVerification: "required" },
	});
});

test("scripts may read who is signed in, and not by which token", async () => {
	await aModerator("una");
	const { context } = await signedIn("una");
	const said = await (await context.request.get("/api/auth/session")).json();
	expect(said).toEqual({ expires: expect.any(String), user: { id: "una", email: "una@example.org", name: null, role: "moderator" } });
});

test("who changes their mind is not told that they failed", async () => {
	const visitor = await aVisitor(browser, server);
	const { page } = visitor;
	await usePasskey(visitor);
	await page.getByText("No passkey was used, and nothing has changed.").waitFor();
	expect(await page.getByRole("main").getByRole("alert").count()).toBe(0);
});

test("without scripts a link is offered, and no button that does nothing", async () => {
	const bare = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url });
	const page = await bare.newPage();
	await page.goto("/sign-in");
	expect(await page.getByRole("main").getByRole("button").allTextContents()).toEqual(["Send me a link"]);
	expect(await page.getByText("A passkey needs scripts; a link does not.").isVisible()).toBe(true);
});

test("one's sessions are told apart and ended, one or all the others, and the ended browser is led to the sign-in", async () => {
	await aModerator("eve");
	const [here, there] = [await signedIn("eve"), await signedIn("eve", "Safari on an iPad")];
	await here.page.goto("/desk/account");
	const shown = here.page.getByRole("listitem").filter({ hasText: "Began" });
	expect(await shown.allTextContents()).toEqual([
		expect.stringMatching(/^Safari on an iPadBegan .*End it/),
		expect.stringMatching(/^Firefox on Android, this oneBegan/),
	]);
	await here.page.getByRole("button", { name: "End it" }).click();
	await here.page.getByText("The session is ended.").waitFor();
	await there.page.goto("/desk");
	await there.page.waitForURL("**/sign-in");

	const elsewhere = await signedIn("eve", "Edge on Windows");
	const bare = await browser.newContext({
		javaScriptEnabled: false,
		baseURL: server.url,
		storageState: await here.context.storageState(),
	});
	const plain = await bare.newPage();
	await plain.goto("/desk/account");
	await plain.getByRole("button", { name: "End all but this one" }).click();
	await plain.getByText("All your other sessions are ended.").waitFor();
	await elsewhere.page.goto("/desk");
	await elsewhere.page.waitForURL("**/sign-in");
	expect(await deedsOf("eve")).toEqual([{ deed: "end-session" }, { deed: "end-other-sessions" }]);
});

test("a form that was forged removes nobody else's passkey and ends nobody else's session", async () => {
	const keeper = await aKeeper("fay");
	const [passkey] = await sql("SELECT credential_id AS id FROM authenticator WHERE user_id = 'fay'");
	const [session] = await sql("SELECT id FROM session WHERE user_id = 'fay'");
	const thief = await aKeeper("gus");
	await signedIn("gus", "Opera on Linux");
	await thief.page.goto("/desk/account");
	for (const [button, id, opener] of [
		["Yes, remove this passkey", passkey?.id, "Remove it"],
		["End it", session?.id, null],
	] as const) {
		if (opener) await thief.page.getByText(opener).click();
		const form = thief.page.locator("form", { has: thief.page.getByRole("button", { name: button }) });
		await form.locator('input[name="id"]').evaluate((input, forged) => input.setAttribute("value", forged), String(id));
		await form.getByRole("button").click();
		await thief.page
			.getByText(/gone already, or it is not yours/)
			.first()
			.waitFor();
		await thief.page.reload();
	}
	await keeper.page.goto("/desk");
	expect(keeper.page.url()).toBe(`${server.url}/desk`);
	expect((await sql("SELECT credential_id FROM authenticator WHERE user_id = 'fay'")).length).toBe(1);
});

test("the account breaks no rule of WCAG 2.2 AA and does not overflow a phone, light or dark", async () => {
	const { page } = await aKeeper("hal");
	await signedIn("hal", "Samsung Internet on Android");
	await page.goto("/desk/account");
	await page.getByText("Remove it").click();
	for (const colorScheme of ["light", "dark"] as const) {
		for (const width of [390, 1280]) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 900 });
			const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
			expect(violations.map(({ id }) => [id, colorScheme, width])).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
		}
	}
});

test("one address asks for so many challenges in ten minutes, and others are not slowed by it", async () => {
	const ask = (address: string) =>
		fetch(`${server.url}/api/auth/webauthn-options/passkey?action=authenticate`, { headers: { "x-forwarded-for": address } });
	for (let call = 0; call < PASSKEY_CALLS_MAX; call++) expect((await ask("24.4.4.4")).status).toBe(200);
	const refused = await ask("24.4.4.4");
	expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
	expect((await ask("24.5.5.5")).status).toBe(200);
});
