// Incidents by UTC day in the database, and as the page tells a day: what lasted into it, under whatever else is chosen.
import { afterAll, describe, expect, test } from "vitest";
import { type Slice, sliceKeyOf } from "../lib/incident";
import { openCatalog } from "../lib/store/catalog";
import * as changes from "../lib/store/incident-changes";
import { countDays, listIncidents } from "../lib/store/incidents";
import { openPool, readClock } from "../lib/store/pool";
import { DAY_MS, dayOf, plus, stepOf } from "../lib/time";
import { launchBrowser } from "./world/browser";
import { aSlice, aVerdict, minutesAfter } from "./world/makers";
import { startServer } from "./world/server";
import { openOn } from "./world/watch";

const server = await startServer();
const pool = openPool(server.databaseUrl, () => {});
const catalog = await openCatalog(pool);
const browser = await launchBrowser();
afterAll(async () => {
	await browser.close();
	await pool.end();
});

const midnight = stepOf(await readClock(pool), DAY_MS);
const daysAgo = (days: number) => plus(midnight, -days * DAY_MS);
const day = (days: number) => dayOf(daysAgo(days));

await open("x", { from: minutesAfter(daysAgo(3), 1400), minutes: 120, confirmed: true });
await open("paypal", { from: minutesAfter(daysAgo(3), 60), minutes: 30 });
await open("google", { from: minutesAfter(daysAgo(3), 90), minutes: 20, retracted: true, slice: { region: ["DE"] } });
await open("steam", { from: daysAgo(1), minutes: null });

type Told = { from: Date; minutes: number | null; confirmed?: boolean; retracted?: boolean; slice?: Partial<Slice> };

async function open(slug: string, { from, minutes, confirmed = false, retracted = false, slice: given = {} }: Told): Promise<void> {
	const slice = aSlice({ service: [slug], ...given });
	const serviceId = catalog.findService(slug)?.id ?? 0;
	const said = {
		sliceKey: sliceKeyOf(slice),
		cause: "undetermined",
		title: `SMS codes from ${slug}`,
		verdict: aVerdict(),
		text: "It begins.",
	} as const;
	const id = await openOn(pool, { slice, serviceId, ...said, startedAt: from, at: minutesAfter(from, 5) });
	if (id === null || minutes === null) return;
	const at = minutesAfter(from, minutes);
	const told = { id, at, by: "watch", userId: null, text: "Over.", verdict: null, audit: null } as const;
	const confirmation = confirmed ? ({ confirmedAt: at, confirmedBy: "crowd" } as const) : {};
	if (retracted)
		await changes.changeIncident(pool, { ...told, version: 1, state: "dismissed", set: { dismissedAt: at, dismissedReason: "A test." } });
	else await changes.changeIncident(pool, { ...told, version: 1, state: "resolved", set: { ...confirmation, endedAt: at, closedAt: at } });
}

describe("the database", () => {
	const week = { from: daysAgo(6), to: plus(midnight, DAY_MS) };
	const counted = async (filter: Parameters<typeof countDays>[1]) =>
		(await countDays(pool, filter, week, catalog)).map(({ day, ...count }) => [day, count.confirmed, count.possible, count.retracted]);

	test("counts what lasted into a day, on each of its days, and what is open up to today", async () => {
		expect(await counted({})).toEqual([
			[day(3), 1, 1, 1],
			[day(2), 1, 0, 0],
			[day(1), 0, 1, 0],
			[day(0), 0, 1, 0],
		]);
	});

	test("counts under every filter", async () => {
		expect(await counted({ service: "x" })).toEqual([
			[day(3), 1, 0, 0],
			[day(2), 1, 0, 0],
		]);
		expect(await counted({ region: "DE" })).toEqual([[day(3), 0, 0, 1]]);
		expect(await counted({ state: "suspected", carrier: "us-verizon" })).toEqual([]);
	});

	test("lists the same incidents of a day, to the edge of its midnights", async () => {
		const titles = async (days: number) => {
			const during = { from: daysAgo(days), to: daysAgo(days - 1) };
			return (await listIncidents(pool, { during }, catalog)).rows.map(({ title }) => title.split(" ").at(-1)).toSorted();
		};
		expect(await titles(4)).toEqual([]);
		expect(await titles(3)).toEqual(["google", "paypal", "x"]);
		expect(await titles(2)).toEqual(["x"]);
		expect(await titles(1)).toEqual(["steam"]);
	});
});

test("the API lists a day as the page does, and refuses what is no day", async () => {
	const ask = (query: string) => fetch(`${server.url}/api/v1/incidents?${query}`);
	const { incidents } = await (await ask(`day=${day(3)}&region=DE`)).json();
	expect(incidents.map(({ title }: { title: string }) => title)).toEqual(["SMS codes from google"]);
	expect((await (await ask(`day=${day(2)}`)).json()).incidents).toHaveLength(1);
	expect((await ask("day=tomorrow")).status).toBe(400);
});

describe("the page of a day", () => {
	async function look(address: string, given: { javaScriptEnabled: boolean; width: number }) {
		const page = await (
			await browser.newContext({ javaScriptEnabled: given.javaScriptEnabled, viewport: { width: given.width, height: 900 } })
		).newPage();
		await page.goto(`${server.url}${address}`);
		return page;
	}
	const still = { javaScriptEnabled: false, width: 390 };

	test("says in a sentence what happened, lists it, and leads to the days beside it, without scripts", async () => {
		const page = await look(`/incidents?day=${day(3)}`, still);
		const words = async () => ((await page.textContent("main")) ?? "").replace(/\s+/gu, " ");
		expect(await page.textContent("h1")).toMatch(/^Incidents on \w+day, \d+ \w+ \d{4}$/);
		expect(await words()).toContain("3 incidents: 1 confirmed (X), 1 only possible (PayPal), 1 retracted (Google).");
		expect(await page.locator("article").count()).toBe(3);
		await page.getByRole("link", { name: /^Day after/ }).click();
		expect(new URL(page.url()).search).toBe(`?day=${day(2)}`);
		expect(await words()).toContain("1 incident: 1 confirmed (X).");
		await page.goto(`${server.url}/incidents?day=${day(5)}`);
		expect(await words()).toContain("We know of no incident on this day. That is what people told us, not that every code came.");
		await page.goto(`${server.url}/incidents?day=${day(0)}`);
		expect(await page.getByRole("link", { name: /^Day after/ }).count()).toBe(0);
	});

	test("keeps what else is chosen, and is kept by it", async () => {
		const page = await look(`/incidents?region=DE&day=${day(3)}`, still);
		expect(await page.locator("article").count()).toBe(1);
		await page.getByLabel("State").selectOption("dismissed");
		await page.getByRole("button", { name: "Show" }).click();
		expect(new URL(page.url()).searchParams.get("day")).toBe(day(3));
		expect(await page.locator("article").count()).toBe(1);
		await page.getByRole("link", { name: /^Day before/ }).click();
		expect(new URL(page.url()).search).toBe(`?state=dismissed&region=DE&day=${day(4)}`);
		expect(await page.textContent("main")).toContain("We know of no incident that fits this choice on this day.");
		await page.getByRole("link", { name: /^Any day instead of/ }).click();
		expect(await page.locator("article").count()).toBe(1);
	});

	test("leads to each incident's report, which tells a retraction as one and leads back to its day", async () => {
		const page = await look(`/incidents?region=DE&day=${day(3)}`, still);
		await page.locator("article h3 a").click();
		const sections = await page.locator("main section h2").allTextContents();
		expect(sections[0]).toBe("What we got wrong");
		expect(sections.at(-1)).toBe("Near it");
		expect(await page.getByRole("region").or(page.locator("main section")).last().textContent()).toContain("SMS codes from paypal");
		await page.getByRole("link", { name: "All of that day" }).click();
		expect(new URL(page.url()).search).toBe(`?day=${day(3)}`);
	});

	test("on paper has nothing to press, and is dark on white", async () => {
		const page = await look(`/incidents?day=${day(3)}`, { javaScriptEnabled: true, width: 794 });
		await page.emulateMedia({ media: "print", colorScheme: "dark" });
		for (const pressed of ["form", "footer", "header nav", "summary"])
			expect(await page.locator(pressed).first().isVisible(), pressed).toBe(false);
		expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
		expect(await page.locator("article h3").first().isVisible()).toBe(true);
	});

	test.each([
		["2999-01-01", "2999-01-01 has not come yet. Every day is shown."],
		["tomorrow", "“tomorrow” is no day we can read"],
	])("%s is no day to be shown, and said so", async (word, wanted) => {
		const page = await look(`/incidents?day=${word}`, still);
		expect(await page.getByRole("status").textContent()).toContain(wanted);
		expect(await page.locator("article").count()).toBe(4);
	});

	test("a day nobody asked for is not complained of", async () => {
		expect(await (await look("/incidents?day=&state=", still)).getByRole("status").count()).toBe(0);
	});

	test("the calendar is one stop of the Tab key; arrows go by day and week, and Enter opens the day", async () => {
		const page = await look("/incidents", { javaScriptEnabled: true, width: 1280 });
		const days = page.getByRole("link", { name: /incident/ }).and(page.locator("section ul a"));
		expect(await days.evaluateAll((links) => links.filter((link) => link.tabIndex === 0).length)).toBe(1);
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
		await page.locator(`a[href="/incidents?day=${day(0)}"]`).focus();
		await page.keyboard.press("ArrowUp");
		expect(await focused()).toBe(`/incidents?day=${day(1)}`);
		await page.keyboard.press("ArrowLeft");
		expect(await focused()).toBe(`/incidents?day=${day(8)}`);
		await page.keyboard.press("End");
		expect(await focused()).toBe(`/incidents?day=${day(0)}`);
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		await page.waitForURL(`**/incidents?day=${day(1)}`);
		expect(await page.locator('[aria-current="date"]').getAttribute("href")).toBe(`/incidents?day=${day(1)}`);
	});

	test("on a phone weeks are rows, each day high enough for a thumb, and says what it was in words", async () => {
		const page = await look("/incidents", { javaScriptEnabled: true, width: 390 });
		await page.getByText(/^Calendar:/).click();
		const link = page.locator(`a[href="/incidents?day=${day(3)}"]`);
		expect(await link.textContent()).toContain("3 incidents: 1 confirmed, 1 only possible, 1 retracted");
		const box = await link.boundingBox();
		expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
	});
});
