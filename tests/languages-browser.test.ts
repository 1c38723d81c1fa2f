// The embed in every language, in a real browser: right way round, nothing cut off, no glyph missing.
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, describe, expect, test } from "vitest";
import { speechIn } from "../components/speeches";
import { languages } from "../lib/languages";
import { phrasebooks } from "../lib/phrasebooks";
import { launchBrowser } from "./world/browser";
import { hasFonts, missingGlyphs } from "./world/glyphs";
import { startServer } from "./world/server";

const server = await startServer({ env: { TRUST_PROXY: "1" } });
const browser = await launchBrowser();
afterAll(() => browser.close());

/** A phone's frame on somebody's page, with a little air on both sides. */
const NARROW = 320;
for (let network = 1; network <= 10; network++) {
	const answer = await fetch(`${server.url}/api/v1/reports`, {
		method: "POST",
		headers: { "content-type": "application/json", "x-forwarded-for": `24.${network}.7.9` },
		body: JSON.stringify({ service: "x", channel: "sms", symptom: "missing", region: "US" }),
	});
	expect(answer.status).toBe(201);
}

/** The grid, the stretch the watch stays behind, and a reading's second. */
const RAISED_WITHIN_MS = 30_000;
test("ten people without a code are an incident, for every language to tell", async () => {
	const state = async () => (await (await fetch(`${server.url}/api/v1/services/x/status`)).json()).state;
	await expect.poll(state, { timeout: RAISED_WITHIN_MS }).toBe("raised");
}, 60_000);

describe.each(languages)("the embed in %s", (language) => {
	test("says so, reads the right way and fits a phone", async () => {
		const page = await browser.newPage({ viewport: { width: NARROW, height: 500 } });
		const answer = await page.goto(`${server.url}/embed/x?lang=${language}&show=banner,report`);
		expect(await answer?.headerValue("content-language")).toBe(language);
		expect(await page.locator("html").getAttribute("dir")).toBe(language === "ar" ? "rtl" : "ltr");
		expect(await page.locator("html").getAttribute("lang")).toBe(language);
		expect(await page.locator(".w-tail").textContent()).toContain(phrasebooks[language].widget.whatPeopleReport);
		const [content, frame] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
		expect(content).toBe(frame);
		await page.close();
	});

	test.skipIf(!hasFonts)("shows no glyph that is missing", async () => {
		const page = await browser.newPage();
		await page.goto(`${server.url}/embed/x?lang=${language}&show=banner,report`);
		expect(await missingGlyphs(page)).toEqual([]);
		await page.close();
	});
});

test("the browser's language speaks where the page names none, and a cache is told that it does", async () => {
	const ask = (path: string) => fetch(`${server.url}${path}`, { headers: { "accept-language": "fr-CH, de;q=0.7" } });
	const [own, named, unknown] = await Promise.all([ask("/embed/x"), ask("/embed/x?lang=tr"), ask("/embed/x?lang=xx")]);
	expect([own, named, unknown].map(({ headers }) => headers.get("content-language"))).toEqual(["fr", "tr", "fr"]);
	expect(own.headers.get("vary")).toBe("Accept-Language, Accept-Encoding");
	expect(await own.text()).toContain('<html lang="fr"');
});

describe.each(languages)("the page of a service in %s", (language) => {
	const address = `${server.url}/services/x?lang=${language}`;

	test("says the sentence, the advice and the question in it, without scripts too", async () => {
		const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
		await page.goto(address);
		const { phrases, book } = await speechIn(language);
		const text = (await page.locator("main").textContent()) ?? "";
		for (const said of [phrases.statement.whatToDo, phrases.ask.question("X"), book.states.raised, book.dontResend.deed])
			expect(text).toContain(said);
		expect(await page.locator("html").getAttribute("lang")).toBe(language);
		expect(await page.locator(`link[rel=alternate][hreflang="${language}"]`).getAttribute("href")).toMatch(`/services/x?lang=${language}`);
		await page.close();
	});

	test("goes on in it, fits a phone and breaks no rule of accessibility", async () => {
		const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
		const page = await context.newPage();
		const errors: string[] = [];
		page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
		page.on("pageerror", ({ message }) => errors.push(message));
		await page.goto(address);
		const { phrases } = await speechIn(language);
		// Only a page that runs tells an age.
		await page
			.getByText(phrases.statement.justNow)
			.or(page.locator("dd time").filter({ hasText: /\d/ }))
			.first()
			.waitFor();
		const [content, frame] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
		expect(content).toBe(frame);
		const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
		expect(errors).toEqual([]);
		await context.close();
	});
});

test("a page speaks the browser's language, and one that speaks English alone says that it does", async () => {
	const ask = async (path: string) => (await fetch(`${server.url}${path}`, { headers: { "accept-language": "de-AT,en;q=0.5" } })).text();
	expect(await ask("/services/x")).toContain('<html lang="de" dir="ltr"');
	expect(await ask("/services/x?lang=xx")).toContain('<html lang="de" dir="ltr"');
	expect(await ask("/services/x?lang=ar")).toContain('<html lang="ar" dir="rtl"');
	expect(await ask("/incidents")).toContain('<html lang="en" dir="ltr"');
});
