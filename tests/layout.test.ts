// The guard over how pages lie (world/layout.ts) finds what it is there for, and nothing in a page that lies well.
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { layoutFaults } from "./world/layout";

const browser = await launchBrowser();
afterAll(() => browser.close());

const head = `<!doctype html><style>
	:root { --paper: #f4f6f3; --ink: #13211e; }
	body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 sans-serif; }
</style>`;

async function aPage(body: string): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
	await page.setContent(head + body);
	return page;
}

const planted: readonly [what: string, body: string, told: RegExp][] = [
	["a page that scrolls sideways", `<p style="inline-size: 500px">Wide</p>`, /^the page is 110 px wider than the window$/],
	["words beside the window", `<p style="position: absolute; inset-inline-start: -40px">Left out</p>`, /^outside the window: Left out$/],
	["words cut off", `<p style="overflow: hidden; white-space: nowrap">${"word ".repeat(40)}</p>`, /^cut off: word/],
	["a block cut off at its foot", `<p style="overflow: hidden; block-size: 20px">One<br>Two</p>`, /^cut off: OneTwo$/],
	["words over words", `<p>Under</p><p style="margin-block-start: -2.4rem">Over</p>`, /^over one another: (Under \/ Over|Over \/ Under)$/],
	["labels of a drawing over one another", `<svg><text y="20">12:00</text><text x="10" y="20">15:00</text></svg>`, /^over one another/],
	["small print", `<p style="font-size: 12px">Terms</p>`, /^12.0 px small: Terms$/],
	["a drawing that is scaled down", `<svg viewBox="0 0 400 40" width="200"><text y="20">12:00</text></svg>`, /^8.0 px small: 12:00$/],
	["ink of its own", `<p style="color: red">Red</p>`, /^rgb\(255, 0, 0\) is no colour of ours: Red$/],
	["a ground of its own", `<p style="background: white">White</p>`, /^rgb\(255, 255, 255\) is no colour of ours: White$/],
];

describe("found is", () => {
	test.each(planted)("%s", async (_, body, told) => {
		const page = await aPage(body);
		expect((await layoutFaults(page)).join("\n")).toMatch(new RegExp(told.source, "m"));
		await page.close();
	});
});

const innocent: readonly [what: string, body: string][] = [
	["lines of one paragraph", `<p>${"word ".repeat(60)}</p>`],
	["a table that scrolls in itself", `<div style="overflow-x: auto"><p style="inline-size: 900px; text-align: end">Far</p></div>`],
	["what floats over the page", `<p>Under</p><p style="position: fixed; inset-block-start: 0">Over</p>`],
	["what is there for the ear alone", `<i style="position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden">Said aloud</i>`],
	["what is folded", "<details style='font-size: 16px'><summary>More</summary><p style='font-size: 2px'>Folded</p>And this</details>"],
];

describe("no fault is", () => {
	test.each(innocent)("%s", async (_, body) => {
		const page = await aPage(body);
		expect(await layoutFaults(page)).toEqual([]);
		await page.close();
	});
});
