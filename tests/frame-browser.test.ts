// The frame every page is set in, by measure and not by picture: where things begin, how wide they are, what may be pressed and
// in which colours a state speaks. What is measured is ours; what a font or a browser decides is not asked.
import type { Locator, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { startServer } from "./world/server";

const FRAME_PX = 1_152;
const GUTTER_PX = 24;
const MARGIN_COLUMN_PX = 208;
const COLUMN_GAP_PX = 48;
const TOUCH_PX = 44;
const TOUCH_FORM_PX = 56;

const server = await startServer();
const browser = await launchBrowser();
afterAll(() => browser.close());

async function open(path: string, width: number): Promise<Page> {
	const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme: "light", reducedMotion: "reduce" });
	await page.goto(server.url + path, { waitUntil: "load" });
	return page;
}

const boxesOf = (all: Locator) =>
	all.evaluateAll((elements) =>
		elements.map((element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return { x, y: y + scrollY, width, height };
		}),
	);

const about = (px: number) => expect.closeTo(px, 0);

test("where there is room, a margin column names each section and the matter stands beside it, all in one frame", async () => {
	const page = await open("/services/google", 1_280);
	const start = (1_280 - FRAME_PX) / 2 + GUTTER_PX;
	const heads = await boxesOf(page.locator("main section > header"));
	expect(heads.length).toBeGreaterThan(5);
	for (const head of heads) expect(head).toMatchObject({ x: about(start), width: about(MARGIN_COLUMN_PX) });
	for (const matter of await boxesOf(page.locator("main section > header + div")))
		expect(matter).toMatchObject({
			x: about(start + MARGIN_COLUMN_PX + COLUMN_GAP_PX),
			width: about(FRAME_PX - 2 * GUTTER_PX - MARGIN_COLUMN_PX - COLUMN_GAP_PX),
		});
});

test("on a phone everything stands in one column, the answer before the advice and the advice before the chart", async () => {
	const page = await open("/services/google", 390);
	const parts = ["h1", "p.text-xxl", "dl", "#do h2", "#do ol", "#chart h2", "#chart figure"];
	const boxes = await Promise.all(parts.map(async (part) => (await boxesOf(page.locator(part).first()))[0]));
	const tops = boxes.map((box) => box?.y ?? 0);
	expect(tops).toEqual(tops.toSorted((one, other) => one - other));
	for (const box of boxes) expect(box?.x).toBeGreaterThanOrEqual(16);
	const [chart] = await boxesOf(page.locator("#chart figure"));
	expect(chart).toMatchObject({ x: about(16), width: about(390 - 32) });
});

describe("what is pressed", () => {
	test.each(["/", "/services/google", "/incidents", "/carriers", "/widget", "/sign-in", "/nowhere"])(
		"is high enough on %s",
		async (path) => {
			const page = await open(path, 390);
			const small = (await boxesOf(page.locator("main .button:visible, main .field:visible"))).filter(({ height }) => height < TOUCH_PX);
			expect(small).toEqual([]);
		},
	);

	test("is higher in the form", async () => {
		const page = await open("/report?service=google", 390);
		const taps = await boxesOf(page.locator(".tap:visible"));
		expect(taps.length).toBeGreaterThan(8);
		expect(taps.filter(({ height }) => height < TOUCH_FORM_PX)).toEqual([]);
		const [send] = await boxesOf(page.getByRole("button", { name: "Send report" }));
		expect(send?.height).toBeGreaterThanOrEqual(TOUCH_FORM_PX);
	});
});

test("a state speaks in its own colour and shape, on its own ground, and all of them differ", async () => {
	const page = await open("/", 1_280);
	const words = page.locator("#services p .text-tone");
	const told = await words.evaluateAll((all) =>
		all.map((word) => ({ colour: getComputedStyle(word).color, shape: word.querySelector("use")?.getAttribute("href") })),
	);
	expect(told).toEqual([
		{ colour: "rgb(174, 35, 24)", shape: "#shape-failing" },
		{ colour: "rgb(125, 78, 0)", shape: "#shape-possible" },
		{ colour: "rgb(13, 101, 76)", shape: "#shape-calm" },
		{ colour: "rgb(88, 101, 95)", shape: "#shape-quiet" },
		{ colour: "rgb(81, 91, 102)", shape: "#shape-unknown" },
	]);
});
