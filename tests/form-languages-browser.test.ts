// The form in every language, in a real browser: right way round, whole on the narrowest phone, understood when it is sent,
// with scripts and without, and never in another language on the way.
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { formPhrasesIn } from "../components/form-speeches";
import { speechIn } from "../components/speeches";
import { type Language, languages } from "../lib/languages";
import { launchBrowser } from "./world/browser";
import { postForm } from "./world/form";
import { hasFonts, missingGlyphs } from "./world/glyphs";
import { startServer } from "./world/server";

const server = await startServer({ env: { TRUST_PROXY: "1" } });
const browser = await launchBrowser();
afterAll(() => browser.close());

const form = (language: Language, more = "") => `${server.url}/report?service=discord&channel=sms&symptom=missing${more}&lang=${language}`;

let people = 0;

/** A phone on a network of its own; what goes wrong in it is noted. */
async function phone(
	given: { width?: number; javaScriptEnabled?: boolean } = {},
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
	people += 1;
	const { width = 390, javaScriptEnabled = true } = given;
	const headers = { "x-forwarded-for": `31.${people}.7.9` };
	const context = await browser.newContext({ viewport: { width, height: 844 }, javaScriptEnabled, extraHTTPHeaders: headers });
	const page = await context.newPage();
	const errors: string[] = [];
	page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
	page.on("pageerror", ({ message }) => errors.push(message));
	return { context, page, errors };
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe.each(languages)("the form in %s", (language) => {
	test("says so, is found under every language, and lists them", async () => {
		const answer = await fetch(form(language));
		expect(answer.headers.get("vary")).toContain("Accept-Language");
		const html = await answer.text();
		expect(html).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"`);
		for (const one of languages)
			expect(html).toContain(`href="/report?service=discord&amp;channel=sms&amp;symptom=missing&amp;lang=${one}"`);
		expect(html).toMatch(new RegExp(`<link rel="alternate" hrefLang="${language}" href="[^"]*/report\\?lang=${language}"`));
		expect(html.match(/<script src="[^"]+"/g)).toEqual([expect.stringContaining(`/report.${language.toLowerCase()}.`)]);
	});

	test("fits the narrowest phone with all of it open, and breaks no rule of accessibility", async () => {
		for (const width of [390, 320]) {
			const { context, page, errors } = await phone({ width });
			await page.goto(form(language));
			await page.evaluate(() => {
				for (const one of document.querySelectorAll("details:not(header details)")) one.setAttribute("open", "");
			});
			expect(await overflow(page)).toBe(0);
			if (width === 390) {
				const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
				if (hasFonts) expect(await missingGlyphs(page)).toEqual([]);
			}
			expect(errors).toEqual([]);
			await context.close();
		}
	}, 60_000);

	test("says what is wrong in it, without scripts", async () => {
		const { problems, refusals, typedIsKept } = await formPhrasesIn(language);
		const typed = { service: "discord", channel: "sms", symptom: "missing", region: "DE", network: "Nobody’s Network" };
		const html = await postForm(server.url, typed, { "accept-language": language, "x-forwarded-for": `31.200.${people}.9` });
		const told = html.replaceAll("&#x27;", "'");
		for (const words of [problems.carrier, refusals["unknown-carrier"].title, typedIsKept]) expect(told).toContain(words);
		expect(told).toContain(`<html lang="${language}"`);
	});
});

describe.each(["ar", "ja"] as const)("in %s from the page of a service to the thanks", (language) => {
	test.each([true, false])(
		"with scripts: %s",
		async (javaScriptEnabled) => {
			const { phrases } = await speechIn(language);
			const { thanks, send, where } = await formPhrasesIn(language);
			const service = javaScriptEnabled ? "steam" : "github";
			const { context, page, errors } = await phone({ javaScriptEnabled });
			await page.goto(`${server.url}/services/${service}?lang=${language}`);
			await page.getByRole("link", { name: phrases.ask.none, exact: true }).click();
			await page.waitForURL(`**/report?service=${service}*lang=${language}`);
			await page.getByLabel(where).selectOption("JP");
			expect(await page.locator("#region option:checked").textContent()).toBe(
				new Intl.DisplayNames([language], { type: "region" }).of("JP"),
			);
			await page.getByRole("button", { name: send }).click();
			await page.getByText(thanks.counted).waitFor();
			const panel = page.locator("[data-sent]");
			expect(await panel.textContent()).toContain(phrases.last.arrived.question);
			// Besides names and abbreviations nothing of it is in Latin letters.
			expect(((await panel.textContent()) ?? "").match(/[a-z]{4,}/g)).toBeNull();
			expect(await overflow(page)).toBe(0);
			await page.getByRole("button", { name: phrases.last.arrived.came, exact: true }).click();
			await page.getByText(phrases.last.noted.came).waitFor();
			await page.getByRole("link", { name: thanks.whatElse }).click();
			await page.waitForURL(`**/services/${service}?lang=${language}#do`);
			expect(await page.locator("html").getAttribute("lang")).toBe(language);
			expect(errors).toEqual([]);
			await context.close();
		},
		60_000,
	);
});

test("whoever comes back is asked in the language of the page, and told so", async () => {
	const { phrases } = await speechIn("ja");
	const { thanks, send, where } = await formPhrasesIn("ja");
	const { context, page } = await phone();
	await page.goto(form("ja"));
	await page.getByLabel(where).selectOption("DE");
	await page.getByRole("button", { name: send }).click();
	await page.getByText(thanks.counted).or(page.getByText(thanks.alreadyTold)).waitFor();
	await page.goto(`${server.url}/services/discord?lang=ja`);
	const bar = page.getByRole("region", { name: phrases.last.label });
	await bar.getByText(phrases.last.arrived.question).waitFor();
	await bar.getByRole("button", { name: phrases.last.arrived.nothing }).click();
	await bar.getByText(phrases.last.noted.nothing).waitFor();
	await context.close();
}, 60_000);

test("the form speaks the browser's language where the address names none, and its links name none then", async () => {
	const html = await (await fetch(`${server.url}/report?service=discord`, { headers: { "accept-language": "tr-TR,en;q=0.5" } })).text();
	expect(html).toContain('<html lang="tr" dir="ltr"');
	expect(html).toContain('href="/report">');
	const offline = await (await fetch(`${server.url}/offline?lang=hi`)).text();
	expect(offline).toContain((await formPhrasesIn("hi")).offline.title);
	expect(offline).toContain('href="/report?lang=hi"');
});

test("a report in Arabic waits for the connection, and says so in Arabic", async () => {
	const { waiting, thanks, send, where } = await formPhrasesIn("ar");
	const { context, page } = await phone();
	await page.goto(form("ar"));
	await page.getByLabel(where).selectOption("EG");
	await context.setOffline(true);
	await page.getByRole("button", { name: send }).click();
	await page.getByText(waiting.mayClose).waitFor();
	expect(await overflow(page)).toBe(0);
	await context.setOffline(false);
	await page.getByText(thanks.counted).waitFor({ timeout: 30_000 });
	await context.close();
}, 60_000);
