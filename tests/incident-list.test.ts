// The list of incidents is narrowed by state, service, carrier and region, by its address alone and without scripts.
import { afterAll, expect, test } from "vitest";
import type { Slice } from "../lib/incident";
import { sliceKeyOf } from "../lib/incident";
import { openPool } from "../lib/store/pool";
import { launchBrowser } from "./world/browser";
import { aSlice, aVerdict, minutesAfter, noon } from "./world/makers";
import { startServer } from "./world/server";
import { openOn } from "./world/watch";

const server = await startServer();
const pool = openPool(server.databaseUrl, () => {});
const browser = await launchBrowser();
afterAll(async () => {
	await browser.close();
	await pool.end();
});

const titles = {
	carrier: "Codes on T-Mobile (US)",
	country: "Codes from X in Germany",
	both: "Codes from Google on O2 (DE) in Germany",
} as const;
await open(titles.carrier, { service: null, carrier: ["us-t-mobile"], region: null });
await open(titles.country, { service: ["x"], carrier: null, region: ["DE"] });
await open(titles.both, { service: ["google"], carrier: ["de-o2"], region: ["DE"] });

async function open(title: string, given: Partial<Slice>): Promise<void> {
	const slice = aSlice(given);
	const [slug] = slice.service ?? [];
	const { rows } = await pool.query<{ id: number }>("SELECT id FROM service WHERE slug = $1", [slug]);
	const times = { startedAt: noon, at: minutesAfter(noon, 1) };
	const said = { sliceKey: sliceKeyOf(slice), cause: "undetermined", title, verdict: aVerdict(), text: "It begins." } as const;
	await openOn(pool, { slice, serviceId: rows[0]?.id ?? null, ...said, ...times });
}

/** A page as somebody without scripts sees it, on a phone. */
async function look(address: string) {
	const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })).newPage();
	await page.goto(`${server.url}${address}`);
	return page;
}

async function listed(address: string): Promise<readonly (string | null)[]> {
	return (await (await look(address)).locator("article h3").allTextContents()).toSorted();
}

test.each([
	["", Object.values(titles).toSorted()],
	["?region=DE", [titles.both, titles.country].toSorted()],
	["?carrier=us-t-mobile", [titles.carrier]],
	["?carrier=310-260", [titles.carrier]],
	["?carrier=de-o2&region=DE", [titles.both]],
	["?region=DE-BY&service=Twitter", [titles.country]],
	["?state=suspected&service=google", [titles.both]],
	["?region=nowhere&carrier=nobody", Object.values(titles).toSorted()],
])("an address can be handed on: /incidents%s", async (query, wanted) => {
	expect(await listed(`/incidents${query}`)).toEqual(wanted);
});

test("an MVNO's customers find the incidents of its network, on the page and in the API", async () => {
	const { carriers } = await (await fetch(`${server.url}/api/v1/carriers?country=US`)).json();
	const rider = carriers.find(({ parent }: { parent: string | null }) => parent === "us-t-mobile").key;
	expect(await listed(`/incidents?carrier=${rider}`)).toEqual([titles.carrier]);
	const { incidents } = await (await fetch(`${server.url}/api/v1/incidents?carrier=${rider}`)).json();
	expect(incidents.map(({ title }: { title: string }) => title)).toEqual([titles.carrier]);
});

test("what incidents have named can be chosen, and a choice is kept in the form", async () => {
	const page = await look("/incidents?region=FR");
	const field = (name: string) => page.locator(`label select[name=${name}]`);
	const options = (name: string) => field(name).locator("option").allTextContents();
	expect(await options("carrier")).toEqual(["Any carrier", "O2 (DE)", "T-Mobile (US)"]);
	expect(await options("region")).toEqual(["Any region", "France", "Germany"]);
	expect(await field("region").inputValue()).toBe("FR");
	await field("region").selectOption("DE");
	await field("carrier").selectOption("de-o2");
	await page.getByRole("button", { name: "Show" }).click();
	expect(await page.locator("article h3").allTextContents()).toEqual([titles.both]);
});

test("where nothing fits, the page says what was chosen and how to look wider", async () => {
	const page = await look("/incidents?carrier=us-t-mobile&region=DE");
	expect(await page.textContent("main")).toContain("No incident fits this choice. Look wider:");
	await page.getByRole("link", { name: "Any carrier instead of T-Mobile (US)" }).click();
	expect(new URL(page.url()).search).toBe("?region=DE");
	expect(await page.locator("article").count()).toBe(2);
	const one = await look("/incidents?region=FR");
	await one.getByRole("link", { name: "All incidents" }).click();
	expect(await one.locator("article").count()).toBe(3);
});
