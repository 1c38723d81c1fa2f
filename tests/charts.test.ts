// Charts on the pages of a service and of an incident: what they show in words, as numbers and as files is one and the same,
// any view has an address that works without scripts, and an address that names a time keeps what it showed.
import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { chartMatterOf } from "../components/chart-matter";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const server = await startServer({ env: { TRUST_PROXY: "1" } });
execFileSync(process.execPath, ["bin/demo.mjs"], { env: { ...process.env, DATABASE_URL: server.databaseUrl } });
const browser = await launchBrowser();
afterAll(() => browser.close());

const { incidents } = await read("/incidents?service=x");
const incident = `/incidents/${incidents[0].id}`;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function read(path: string) {
	return (await fetch(`${server.url}/api/v1${path}`)).json();
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { redirect: "manual", headers });

async function open(path: string, options: Parameters<typeof browser.newContext>[0] = {}): Promise<Page> {
	const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, ...options })).newPage();
	await page.goto(`${server.url}${path}`, { waitUntil: "load" });
	return page;
}

const chart = (page: Page) => page.locator("#chart");
const sentenceOf = async (page: Page) => (await chart(page).locator("figcaption").textContent()) ?? "";

/** Rows of a CSV without its head and foot. */
async function rowsOf(path: string): Promise<Record<string, string>[]> {
	const [head = "", ...lines] = (await (await get(path)).text()).split("\r\n").filter((line) => line !== "" && !line.startsWith("#"));
	const names = head.split(",");
	return lines.map((line) => Object.fromEntries(line.split(",").map((cell, place) => [names[place], cell])));
}

describe("a view of the last three days on one channel, without scripts,", () => {
	test("is a link away, and everything around the chart follows it", async () => {
		const page = await open("/services/x");
		await chart(page).getByRole("link", { name: "SMS", exact: true }).click();
		await chart(page).getByRole("link", { name: "3 days" }).click();
		expect(new URL(page.url()).search).toBe("?channel=sms&hours=72");
		expect(await chart(page).getByRole("heading").textContent()).toBe("Last 3 days");
		expect(await chart(page).locator("[aria-current=true]").allTextContents()).toEqual(["SMS", "3 days", "hour, as suits"]);
		expect(await sentenceOf(page)).toMatch(/^\d+ people said that SMS codes from X failed/);
		for (const [name, file] of [
			["CSV", "chart.csv"],
			["SVG", "chart.svg"],
			["PNG", "chart.png"],
		])
			expect(await chart(page).getByRole("link", { name }).getAttribute("href")).toBe(`/services/x/${file}?channel=sms&hours=72`);
		expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(`${server.url}/services/x?channel=sms&hours=72`);
		const source = await get((await chart(page).getByRole("link", { name: "As JSON" }).getAttribute("href")) ?? "");
		expect(await source.json()).toMatchObject({ slice: { channel: "sms" }, step: "5m" });
	});

	test("words nobody knows change nothing, and the page is still found under its own address", async () => {
		const page = await open("/services/x?hours=forever&channel=pigeon&utm_source=chat");
		expect(await chart(page).getByRole("heading").textContent()).toBe("Last 24 hours");
		expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(`${server.url}/services/x`);
	});

	test("keeps the language that its address names", async () => {
		const page = await open("/services/x?lang=de&channel=sms");
		await chart(page).getByRole("link", { name: "3 days" }).click();
		expect(new URL(page.url()).search).toBe("?channel=sms&hours=72&lang=de");
		expect(await page.locator("html").getAttribute("lang")).toBe("de");
		expect(await page.locator("link[rel=alternate][hreflang=fr]").getAttribute("href")).toBe(
			`${server.url}/services/x?channel=sms&hours=72&lang=fr`,
		);
		expect(await page.getByRole("link", { name: "français" }).getAttribute("href")).toBe("/services/x?channel=sms&hours=72&lang=fr");
	});

	test("another stretch is asked for by a form", async () => {
		const page = await open("/services/x?channel=sms");
		await chart(page).getByText("Other times").click();
		await chart(page).getByLabel("From, UTC").fill(minutesAgo(300).slice(0, 16));
		await chart(page).getByLabel("To, UTC").fill(minutesAgo(60).slice(0, 16));
		await chart(page).getByRole("button", { name: "Show" }).click();
		expect(await chart(page).getByRole("heading").textContent()).toMatch(/ to .* UTC$/);
		expect(await sentenceOf(page)).toContain("SMS codes from X failed");
	});
});

describe("the share that failed", () => {
	test("is drawn, named and written beside every count, the same in the table, the file and the API", async () => {
		const page = await open("/services/x?channel=sms");
		expect(await chart(page).locator("svg[aria-label^='The lower line']:visible").count()).toBe(1);
		expect(await sentenceOf(page)).toMatch(/Of \d+ people who answered, \d+ failed, \d+%\./);
		const rows = await rowsOf("/services/x/chart.csv?channel=sms");
		const fullest = rows.toSorted((one, other) => Number(other.failed) - Number(one.failed))[0];
		const answered = Number(fullest?.failed) + Number(fullest?.arrived);
		expect(Number(fullest?.share)).toBeCloseTo(Number(fullest?.failed) / answered, 3);
		await chart(page).getByText("The same as numbers").click();
		expect(await chart(page).locator("tbody").textContent()).toContain(`${fullest?.failed} of ${answered}`);
		const { quarters } = chartMatterOf(await read("/services/x/timeline?channel=sms"));
		expect(quarters.map(({ failed }) => failed)).toContain(Number(fullest?.failed));
	});

	test("of a service nobody speaks of is not drawn", async () => {
		const page = await open("/services/hinge");
		expect(await chart(page).locator("svg[role=img]:visible").count()).toBe(1);
		expect(await sentenceOf(page)).toMatch(/^Nobody said that codes from Hinge failed/);
	});

	test("is read at the keyboard where the chart is walked along", async () => {
		const page = await open("/services/x?channel=sms", { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } });
		const plot = chart(page).locator("svg.recharts-surface").first();
		await plot.focus();
		for (let step = 0; step < 93; step++) await page.keyboard.press("ArrowRight");
		await expect
			.poll(() => chart(page).locator(".recharts-tooltip-wrapper").textContent())
			.toMatch(/\d+ of \d+ who answered failed\d+%, likely \d+% to /);
	});
});

describe("the lane of shares", () => {
	const desk = { javaScriptEnabled: true, viewport: { width: 1280, height: 900 } };
	const lane = (page: Page) => chart(page).getByRole("slider", { name: /^The lower line/ });

	test("is walked along at the keyboard, bar by bar, each with its exact share", async () => {
		const page = await open("/services/x?channel=sms", desk);
		await lane(page).focus();
		const { quarters } = chartMatterOf(await read("/services/x/timeline?channel=sms"));
		const place = quarters.findLastIndex(({ failed, arrived }) => (failed ?? 0) + (arrived ?? 0) >= 15);
		await page.keyboard.press("Home");
		for (let step = 0; step < place; step++) await page.keyboard.press("ArrowRight");
		const said = async () => lane(page).getAttribute("aria-valuetext");
		await expect.poll(said).toMatch(/: \d+ of \d+ who answered failed, \d+%$/);
		expect(await lane(page).textContent()).toMatch(/\d+ of \d+ who answered failed\d+%, likely \d+% to /);
		await page.keyboard.press("Escape");
		await expect.poll(() => lane(page).textContent()).not.toContain("who answered failed");
	});

	test("is read where one points", async () => {
		const page = await open("/services/x?channel=sms", desk);
		await lane(page).scrollIntoViewIfNeeded();
		const box = await lane(page).boundingBox();
		await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) - 30, (box?.y ?? 0) + 40);
		await expect.poll(() => lane(page).textContent()).toMatch(/\d+ of \d+ who answered failed/);
		await page.mouse.move(5, 5);
		await expect.poll(() => lane(page).textContent()).not.toContain("who answered failed");
	});
});

describe("the length of a bar", () => {
	test("is chosen by a link that keeps the stretch, and kept by the form for another", async () => {
		const page = await open("/services/x?hours=72");
		await chart(page).getByText("Other times").click();
		const bars = chart(page).getByRole("navigation", { name: "Length of a bar" });
		expect(await bars.locator("a").allTextContents()).toEqual(["hour, as suits", "30 min"]);
		await bars.getByRole("link", { name: "30 min" }).click();
		expect(new URL(page.url()).search).toBe("?hours=72&step=30m");
		expect(await chart(page).textContent()).toContain("per 30 min");
		expect(await bars.locator("[aria-current]").allTextContents()).toEqual(["30 min"]);
		expect(await chart(page).locator("input[name=step]").getAttribute("value")).toBe("30m");
		expect((await rowsOf("/services/x/chart.csv?hours=72&step=30m")).length).toBeGreaterThan(100);
	});
});

describe("what is taken along", () => {
	test.each([
		["/services/x/chart.csv", "text/csv; charset=utf-8", /undelivered-x-chart\.csv/],
		["/services/x/waits.csv", "text/csv; charset=utf-8", /undelivered-x-waits\.csv/],
		["/services/x/waits.svg?channel=sms", "image/svg+xml; charset=utf-8", /undelivered-x-waits\.svg/],
		[`${incident}/waits.csv`, "text/csv; charset=utf-8", /undelivered-incident-\w{8}-waits\.csv/],
		["/services/x/chart.svg?hours=72", "image/svg+xml; charset=utf-8", /undelivered-x-chart\.svg/],
		["/services/x/chart.png", "image/png", /undelivered-x-chart\.png/],
		[`${incident}/chart.csv`, "text/csv; charset=utf-8", /undelivered-incident-\w{8}-chart\.csv/],
		[`${incident}/chart.svg`, "image/svg+xml; charset=utf-8", /undelivered-incident/],
	])("%s has a type, a name, an ETag, and is sent once", async (path, type, name) => {
		const answer = await get(path);
		expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
			200,
			type,
			"public, max-age=60",
		]);
		expect(answer.headers.get("content-disposition")).toMatch(name);
		expect(answer.headers.get("set-cookie")).toBeNull();
		const again = await get(path, { "if-none-match": answer.headers.get("etag") ?? "" });
		expect([again.status, await again.text()]).toEqual([304, ""]);
	});

	test("names where it is from, when it was read, by which method, under which licence, and that it is a demonstration", async () => {
		for (const path of ["/services/x/chart.csv", "/services/x/chart.svg"]) {
			const text = await (await get(path)).text();
			for (const said of ["undelivered · read ", " UTC · method ", `${server.url}/services/x`, "CC BY 4.0", "A demonstration"])
				expect(text, path).toContain(said);
		}
	});

	test("as a picture is twice as fine as on the page, and takes neither a style nor a script along as a drawing", async () => {
		const png = Buffer.from(await (await get("/services/x/chart.png")).arrayBuffer());
		expect(png.subarray(1, 4).toString()).toBe("PNG");
		expect(png.readUInt32BE(16)).toBe(2 * 912);
		expect(await (await get("/services/x/chart.svg")).text()).not.toMatch(/<style|<script|class=|var\(/);
	});

	test.each([
		["/services/no-such-service/chart.csv", 404, /no such chart/],
		["/incidents/nothing/chart.png", 404, /no such chart/],
		["/services/x/chart.csv?asOf=2100-01-01T00:00Z", 400, /has come already/],
		["/services/x/chart.csv?asOf=then", 400, /has come already/],
	])("%s is %i, in words", async (path, status, words) => {
		const answer = await get(path);
		expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(words)]);
	});
});

describe("as of a time that has passed", () => {
	const then = `${minutesAgo(120).slice(0, 16)}Z`;

	test("the chart ends then, its updates too, and its files and the API say the same", async () => {
		const page = await open(`/services/x?asOf=${then}`);
		expect(await chart(page).textContent()).toContain("This chart is as it stood on");
		const rows = await rowsOf(`/services/x/chart.csv?asOf=${then}`);
		expect(Date.parse(rows.at(-1)?.until ?? "")).toBeLessThanOrEqual(Date.parse(then));
		const told = await read(`/services/x/timeline?asOf=${then}`);
		expect(told.updates.every(({ at }: { at: string }) => at <= told.to)).toBe(true);
		expect(told.updates.length).toBeGreaterThan(0);
		expect(told.updates.length).toBeLessThanOrEqual((await read("/services/x/timeline")).updates.length);
		expect((await get(`/api/v1/services/x/timeline?asOf=${minutesAgo(-5)}`)).status).toBe(422);
	});

	test("the chart of a minute later is the same", async () => {
		const first = await (await get(`/services/x/chart.csv?asOf=${then}`)).text();
		const rows = (text: string) => text.split("\r\n").filter((line) => !line.startsWith("#"));
		expect(rows(await (await get(`/services/x/chart.csv?asOf=${then}&more=1`)).text())).toEqual(rows(first));
	});

	test("the ready sentence names an address that shows the chart as it stands", async () => {
		const page = await open("/services/x?channel=sms");
		await chart(page).getByText("Cite this").click();
		const sentence = await chart(page)
			.getByText(/^Undelivered, “SMS codes from X/)
			.textContent();
		const [, address = ""] = sentence?.match(/(http\S+) \(CC BY 4\.0\)$/) ?? [];
		expect(new URL(address).searchParams.get("asOf")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d[05]Z$/);
		expect(await chart(await open(address.replace(server.url, ""))).textContent()).toContain("This chart is as it stood on");
	});

	test.each([
		["2100-01-01T00:00Z", "has not come yet"],
		["yesterday", "could not read the time"],
	])("%s is refused in words, and now is shown", async (asOf, words) => {
		for (const path of ["/services/x", incident]) {
			const page = await open(`${path}?asOf=${asOf}`);
			expect(await page.locator("main").textContent()).toContain(words);
			expect(await page.locator("main").textContent()).not.toContain("as it stood on");
		}
	});

	test("an incident is told by what was written by then, and says what cannot be told", async () => {
		const [first, second] = incidents[0].updates;
		const between = new Date((Date.parse(first.at) + Date.parse(second.at)) / 2 + 150_000).toISOString();
		const page = await open(`${incident}?asOf=${between}`);
		const text = await page.locator("main").textContent();
		expect(text).toContain("This is as it stood on");
		expect(text).toContain("may not be arriving");
		expect(text).not.toContain("How long codes took");
		const before = await open(`${incident}?asOf=${minutesAgo(23 * 60)}`);
		expect(await before.locator("main").textContent()).toContain("We had not noticed this at the time");
	});
});

test("how long codes took is told with everybody who said so, and the API tells the same", async () => {
	const { waits } = await read("/services/x");
	const said = waits.waits.reduce((sum: number, { people }: { people: number }) => sum + people, 0);
	const page = await open("/services/x");
	const section = page.locator("section", { has: page.getByRole("heading", { name: "How long codes took" }) });
	expect(await section.textContent()).toContain(`Share of the ${said} who said how long`);
	expect(await section.textContent()).toContain(`${waits.missing.people} people say that codes from X never came.`);
	const none = await open("/services/hinge");
	expect(await none.locator("main").textContent()).toContain("Nobody has said how long codes from Hinge took");
	const { components } = await read("/openapi.json");
	expect(Object.keys(components.schemas.Waits.properties)).toEqual(Object.keys(waits));
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
	test.each(["/services/x?channel=sms&hours=72", `${incident}`, `/services/x?asOf=${minutesAgo(90)}`])(
		"%s with everything opened breaks no rule of WCAG 2.2 AA and does not overflow a phone",
		async (path) => {
			const page = await open(path, { colorScheme, javaScriptEnabled: true });
			await page.evaluate(() => document.fonts.ready);
			for (const summary of await page.locator("main section summary").all()) await summary.click();
			expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
			const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
			expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
		},
	);
});
