// The overview in a real browser: narrowed by its address alone, and with one's own services on top, kept on the device.
import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const PHONE = { width: 390, height: 844 };
const KEPT_KEY = "undelivered.services";

const server = await startServer({ env: { TRUST_PROXY: "1" } });
const browser = await launchBrowser();
afterAll(() => browser.close());
await say("discord", "sms", "arrived");

async function say(service: string, channel: string, symptom: string): Promise<void> {
	const body = JSON.stringify({ service, channel, symptom, region: "US" });
	const headers = { "content-type": "application/json", "x-forwarded-for": "24.3.7.9" };
	expect((await fetch(`${server.url}/api/v1/reports`, { method: "POST", headers, body })).status).toBe(201);
}

describe("narrowing, without scripts", () => {
	async function look(address: string): Promise<Page> {
		const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })).newPage();
		await page.goto(`${server.url}${address}`);
		return page;
	}
	const told = async (page: Page) => ((await page.textContent("main")) ?? "").replace(/\s+/gu, " ");
	const rowsOf = (page: Page) => page.locator("#services tbody th").allTextContents();

	test("is chosen in the page's form, stands in the address, and each part can be let go by itself", async () => {
		const page = await look("/");
		await page.getByText("Narrow by channel, kind or country").click();
		await page.getByLabel("Channel").selectOption("sms");
		await page.getByLabel("Kind of service").selectOption("messaging");
		await page.getByLabel("Country").fill("germany");
		await page.getByRole("button", { name: "Show" }).click();
		expect(new URL(page.url()).search).toBe("?channel=sms&category=messaging&country=germany");
		expect((await rowsOf(page))[0]).toMatch(/^Discord/);
		expect(await page.getByLabel("Country").inputValue()).toBe("Germany");
		await page.getByRole("link", { name: /Messaging/ }).click();
		expect(new URL(page.url()).search).toBe("?channel=sms&country=DE");
		await page.getByRole("link", { name: "Show everything" }).click();
		expect(new URL(page.url()).search).toBe("");
	});

	test("says how many services match, and that nothing is known of a country as such", async () => {
		const words = await told(await look("/?channel=key&country=DE"));
		expect(words).toMatch(/\d+ of \d+ services offer security keys/);
		expect(words).toContain("No open incident that we know of may concern Germany.");
		expect(words).toContain("the counts and states of services are of everybody, everywhere");
	});

	test("a search keeps the choice, and the choice keeps a search", async () => {
		const page = await look("/?category=games");
		await page.getByRole("searchbox").fill("steem");
		await page.getByRole("button", { name: "Look up" }).click();
		expect(new URL(page.url()).search).toBe("?category=games&q=steem");
		await page.getByLabel("Channel").selectOption("email");
		await page.getByRole("button", { name: "Show" }).click();
		expect(new URL(page.url()).searchParams.get("q")).toBe("steem");
		expect(await told(page)).toContain("Did you mean");
	});

	test("what fits nothing says so and how to look wider; what means nothing is not chosen", async () => {
		const page = await look("/?category=government&channel=messenger");
		expect(await told(page)).toContain("No service we know fits this choice. Look wider:");
		await page.getByRole("link", { name: "Any channel instead of Messenger" }).click();
		expect(new URL(page.url()).search).toBe("?category=government");
		const lost = await look("/?channel=pigeon&category=zoo&country=Nowhereland");
		expect(await rowsOf(lost)).toHaveLength(14);
		expect(await told(lost)).toContain("We know no country called “Nowhereland”.");
		expect(await lost.getByLabel("Country").getAttribute("aria-invalid")).toBe("true");
	});

	test("whatever the choice, the page has one address for whoever lists pages", async () => {
		const html = await (await fetch(`${server.url}/?channel=sms&country=DE`)).text();
		expect(html).toMatch(new RegExp(`<link rel="canonical" href="${server.url}/?"`));
	});

	test("there is no star to press, and no empty list", async () => {
		const page = await look("/");
		expect(await page.getByRole("button", { name: /Keep in my services/ }).count()).toBe(0);
		expect(await page.getByText("My services", { exact: true }).count()).toBe(0);
	});
});

describe("my services", () => {
	async function open(context: BrowserContext, path = "/"): Promise<Page> {
		const page = await context.newPage();
		await page.goto(server.url + path, { waitUntil: "load" });
		return page;
	}
	const star = (page: Page, name: string) => page.getByRole("button", { name: `Keep in my services: ${name}`, exact: true });
	const mine = (page: Page) => page.getByRole("region", { name: "My services" });
	const kept = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEPT_KEY);

	test("are kept from the overview and from a service's page, stand on top, and move nothing when they are filled in", async () => {
		const context = await browser.newContext({ viewport: PHONE });
		const before = await open(context);
		await star(before, "Discord").click();
		expect(await star(before, "Discord").getAttribute("aria-pressed")).toBe("true");
		await before.goto(`${server.url}/services/nubank`);
		await before.getByRole("button", { name: /Keep in my services/ }).click();
		await before.close();
		const page = await context.newPage();
		await page.addInitScript(() => {
			const observer = new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					if ("value" in entry)
						document.documentElement.dataset.shift = String(Number(document.documentElement.dataset.shift ?? 0) + Number(entry.value));
			});
			observer.observe({ type: "layout-shift", buffered: true });
		});
		const asked: string[] = [];
		page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
		await page.goto(server.url, { waitUntil: "load" });
		await mine(page).waitFor();
		expect(await mine(page).getByRole("listitem").allTextContents()).toEqual([
			expect.stringMatching(/^DiscordToo few reportsRemove/),
			expect.stringMatching(/^NubankNo reportsRemove/),
		]);
		expect(Number(await page.evaluate(() => document.documentElement.dataset.shift ?? 0))).toBeLessThan(0.01);
		expect(asked.filter((request) => /nubank|discord/.test(request))).toEqual([]);
		expect(await context.cookies()).toEqual([]);
		const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
		await context.close();
	});

	test("are removed and taken back where one stands, with the keyboard, and another page of the browser hears of it", async () => {
		const context = await browser.newContext();
		const [page, other] = [await open(context), await open(context)];
		await star(page, "Discord").click();
		await mine(other).waitFor();
		await page.getByRole("button", { name: "Remove Discord" }).focus();
		await page.keyboard.press("Enter");
		expect(await kept(page)).toBe("[]");
		await mine(other).waitFor({ state: "detached" });
		await page.keyboard.press("Enter");
		expect(JSON.parse((await kept(page)) ?? "")).toEqual([{ slug: "discord", name: "Discord" }]);
		expect(await star(page, "Discord").getAttribute("aria-pressed")).toBe("true");
		await context.close();
	});

	test("are at most twenty, and the next is told so", async () => {
		const context = await browser.newContext();
		const page = await open(context);
		const many = Array.from({ length: 23 }, (_, place) => ({ slug: `service-${place}`, name: `Service ${place}` }));
		await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEPT_KEY, JSON.stringify(many)] as const);
		await page.reload();
		await mine(page).waitFor();
		expect(await mine(page).getByRole("listitem").count()).toBe(20);
		expect(await mine(page).getByText("Not listed any more").count()).toBe(20);
		await star(page, "Discord").click();
		expect(await page.getByText("20 are kept, and more do not fit.").isVisible()).toBe(true);
		expect(await star(page, "Discord").getAttribute("aria-pressed")).toBe("false");
		await context.close();
	});

	test.each([
		[
			"refuses to keep anything",
			"Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
		],
		["has something else in their place", `localStorage.setItem("${KEPT_KEY}", '{"a":1}')`],
		["has nonsense in their place", `localStorage.setItem("${KEPT_KEY}", '[{]')`],
	])("last as long as the page where a browser %s, without an error", async (what, prepare) => {
		const context = await browser.newContext();
		await context.addInitScript(prepare);
		const page = await context.newPage();
		const errors: string[] = [];
		page.on("pageerror", (error) => errors.push(String(error)));
		await page.goto(server.url, { waitUntil: "load" });
		await star(page, "Discord").click();
		expect(await mine(page).getByRole("listitem").count()).toBe(1);
		expect(
			await mine(page)
				.getByText(what.startsWith("refuses") ? "This browser keeps nothing" : "Kept on this device only.")
				.count(),
		).toBe(1);
		expect(errors).toEqual([]);
		await context.close();
	});
});
