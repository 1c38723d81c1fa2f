// A phone without a connection: the form opens and keeps what is sent, and whatever else was asked for, the page says what
// was read last and how long ago. With a connection nobody gets anything but fresh pages.
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const server = await startServer({ env: { TRUST_PROXY: "1" } });
const browser = await launchBrowser();
afterAll(() => browser.close());

/** A phone that has looked at a service before, and whose worker is at its post. */
async function phoneThatSaw(slug: string): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
	const page = await context.newPage();
	await page.goto(`${server.url}/services/${slug}`);
	await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		if (active?.state !== "activated") await new Promise((resolve) => active?.addEventListener("statechange", resolve));
	});
	return { context, page };
}

const kept = (page: Page) =>
	page.evaluate(async () => {
		const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
		const requests = await Promise.all(caches.map((cache) => cache.keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});

test("only the form, the page without a connection and what they are made of are kept", async () => {
	const { page, context } = await phoneThatSaw("x");
	const paths = await kept(page);
	expect(paths).toEqual(expect.arrayContaining(["/offline", "/report", expect.stringMatching(/^\/report\.en\.\w+\.js$/)]));
	expect(paths.filter((path) => path.endsWith(".woff2"))).toHaveLength(1);
	expect(paths.filter((path) => !/^\/(offline|report|report\.en\.\w+\.js|_next\/static\/.+\.(css|woff2))$/.test(path))).toEqual([]);
	await context.close();
});

test("without a connection one reads what was said last and when, and a report waits for the connection", async () => {
	const { page, context } = await phoneThatSaw("github");
	await server.kill();
	onTestFinished(() => server.restart());
	await page.goto(`${server.url}/services/github`);
	await page.getByText("You are offline.").waitFor();
	const told = (await page.textContent("main")) ?? "";
	expect(told).toContain("Nobody has reported anything about GitHub in the last 24 hours.");
	expect(told).toMatch(/Then: No reports/);
	expect(told).toMatch(/We last read this at .+: (just now|\d+ seconds ago)/);

	await page.goto(`${server.url}/report?service=discord&channel=sms&symptom=missing`);
	// The worker's copy of the form was drawn before anybody asked; its script fills in what the address says.
	await expect.poll(() => page.getByLabel("Who should have sent the code?").inputValue()).toBe("discord");
	expect(await page.getByRole("radio", { name: /It never came/ }).isChecked()).toBe(true);
	await page.getByLabel("Where are you?").selectOption("DE");
	await page.getByRole("button", { name: /Send report/ }).click();
	await page.getByText("is kept on this device").waitFor();
	await server.restart();
	await page.getByRole("button", { name: "Try now" }).click();
	await page.getByText("Counted. Thank you.").waitFor();

	await page.goto(`${server.url}/services/github`);
	await page.getByText("Did your code from GitHub come?").waitFor();
	await context.close();
}, 60_000);

test("what is shared from another app opens the form about the service, and its code does not leave the phone", async () => {
	const { page, context } = await phoneThatSaw("x");
	const asked: string[] = [];
	context.on("request", (request) => request.serviceWorker() && asked.push(`${request.method()} ${request.url()} ${request.postData()}`));
	await page.evaluate(() => {
		const form = document.createElement("form");
		Object.assign(form, { method: "POST", action: "/share" });
		form.append(Object.assign(document.createElement("input"), { name: "text", value: "Your Discord code is 482 913" }));
		document.body.append(form);
		form.submit();
	});
	await page.waitForURL("**/report?service=discord");
	expect(asked.filter((sent) => sent.includes("482") || sent.startsWith("POST"))).toEqual([]);
	await context.close();
});

test("a worker whose file is gone takes its leave, and what it kept with it", async () => {
	const { page, context } = await phoneThatSaw("x");
	await context.route("**/sw.js", (route) => route.fulfill({ status: 404, body: "" }));
	// The page would ask for it again, and that asking cannot be answered here as if the file were gone.
	await page.addInitScript(() => Reflect.set(navigator.serviceWorker, "register", () => Promise.reject(new Error("gone"))));
	await page.goto(`${server.url}/privacy`);
	await expect
		.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), { timeout: 10_000 })
		.toBe(0);
	expect(await kept(page)).toEqual([]);
	await context.close();
});
