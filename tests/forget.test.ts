// What is kept on a device is taken away by one button, which says what it was; without scripts there is neither.
import { afterAll, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const server = await startServer();
const browser = await launchBrowser();
afterAll(() => browser.close());

const FORGET = "Forget everything kept on this device";

test("everything that is kept goes at one press, by keyboard too, and the person is told what it was", async () => {
	const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
	await page.goto(`${server.url}/services/x`);
	await page.evaluate(() => {
		const typed = { service: "x", channel: "sms", symptom: "missing" };
		const at = new Date().toISOString();
		const kept = {
			services: [{ slug: "x", name: "X" }],
			waiting: [{ key: "k", name: "X", typed, madeAt: at, sentAs: [], refusal: { title: "no", fields: {} } }],
			"half-filled": { at, typed },
		};
		for (const [name, value] of Object.entries(kept)) localStorage.setItem(`undelivered.${name}`, JSON.stringify(value));
	});
	await page.goto(`${server.url}/privacy`);
	const button = page.getByRole("button", { name: FORGET });
	await button.focus();
	await page.keyboard.press("Enter");
	const answer = page.getByRole("status").filter({ hasText: "Forgotten" });
	await answer.waitFor();
	const told = await answer.getByRole("listitem").allTextContents();
	expect(told.slice(0, 3)).toEqual(["1 service of yours", "a form left in the middle", "1 report that waits to be sent"]);
	expect(await answer.evaluate((element) => element === document.activeElement)).toBe(true);
	expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("undelivered.")))).toEqual([]);
	await button.click();
	await page.getByText("Nothing was kept here. Now nothing is.").waitFor();
});

test("without scripts there is no button, and the page says that nothing is kept then", async () => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto(`${server.url}/privacy`);
	expect(await page.getByRole("button", { name: FORGET }).count()).toBe(0);
	expect(await page.getByText("With scripts off there is no button here, and nothing is kept").isVisible()).toBe(true);
});
