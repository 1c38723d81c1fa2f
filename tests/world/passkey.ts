// A browser that somebody signs in with: by the link in their mail, or by a passkey that Chromium's own authenticator
// makes and keeps, finger and all.
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Mail } from "./mail";
import type { RunningServer } from "./server";

export type Visitor = { context: BrowserContext; page: Page };

/** Somebody with a fresh browser that holds no passkey yet. */
export async function aVisitor(browser: Browser, server: RunningServer): Promise<Visitor> {
	const context = await browser.newContext({ baseURL: server.url });
	const page = await context.newPage();
	const devices = await context.newCDPSession(page);
	await devices.send("WebAuthn.enable");
	await devices.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return { context, page };
}

/** Asks for a link and follows it to the desk. */
export async function signInByLink({ page }: Visitor, mail: Mail, person: string): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail").fill(person);
	await page.keyboard.press("Enter");
	await page.goto(await mail.linkFor(person));
	await page.waitForURL("**/desk**");
}

/** The browser has a session of this token. */
export async function carrySession({ context }: Visitor, server: RunningServer, token: string): Promise<void> {
	await context.addCookies([{ name: "authjs.session-token", value: token, url: server.url, httpOnly: true, sameSite: "Lax" }]);
}

/** Presses the button of the sign-in page; whether the desk opens is for the test to say. */
export async function usePasskey({ page }: Visitor): Promise<void> {
	await page.goto("/sign-in");
	await page.getByRole("button", { name: "Use a passkey" }).click();
}

export async function addPasskey({ page }: Visitor): Promise<void> {
	await page.goto("/desk/account");
	await page.getByRole("button", { name: "Add a passkey" }).click();
	await page.getByText("The passkey is added.").waitFor();
}
