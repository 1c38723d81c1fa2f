// Signing in as people do: an address typed, a real mail, its link followed.
import type { Page } from "playwright-core";
import type { Mail } from "./mail";

/** Leads a page to where the link leads; the address may be typed in capitals. */
export async function signInByMail(page: Page, serverUrl: string, { mail, email }: { mail: Mail; email: string }): Promise<void> {
	await page.goto(`${serverUrl}/sign-in`);
	await page.getByLabel("Your e-mail address").fill(email);
	await page.keyboard.press("Enter");
	await page.getByText("a link is on its way").waitFor();
	await page.goto(await mail.linkFor(email.toLowerCase(), /callback/));
}
