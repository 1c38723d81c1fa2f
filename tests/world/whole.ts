// A page looked at by rule, by day and by night and at every width: WCAG 2.2 AA, how things lie (layout.ts), and that nothing
// moves for those who asked for stillness.
import { setTimeout as wait } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { layoutFaults } from "./layout";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** A phone's smallest, a window of 1280 pixels enlarged twice, and that window. */
const WIDTHS = [320, 640, 1280];
const HEIGHT = 844;
/** Longer than what takes a millisecond where nothing may move. */
const PRESSED_MS = 100;
const ASK_AGAIN_MS = 250;
/** A drawing follows the width of its window a moment later. */
const LAID_OUT_WITHIN_MS = 3_000;

/** What is wrong with a page as it stands, each as a sentence. It is left at the last of the widths, by night. */
export async function faultsOf(page: Page): Promise<string[]> {
	const faults: string[] = [];
	const find = async (where: string, found: Promise<readonly string[]>) =>
		faults.push(...(await found).map((fault) => `${where}: ${fault}`));
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		await page.waitForTimeout(PRESSED_MS);
		await find(colorScheme, violations(page));
		await find(colorScheme, settledFaults(page));
	}
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: HEIGHT });
		await find(`${width} wide`, settledFaults(page));
	}
	await find("still", moving(page));
	return faults;
}

/** What is still wrong when everything has found its place. */
async function settledFaults(page: Page): Promise<readonly string[]> {
	const until = Date.now() + LAID_OUT_WITHIN_MS;
	for (;;) {
		const faults = await layoutFaults(page);
		if (faults.length === 0 || Date.now() > until) return faults;
		await wait(ASK_AGAIN_MS);
	}
}

async function violations(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
	return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What moves for longer than an eye can see. */
export function moving(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		document
			.getAnimations()
			.filter(({ effect }) => Number(effect?.getComputedTiming().endTime) > 10)
			.map((one) => `moves: ${one.effect instanceof KeyframeEffect ? one.effect.target?.outerHTML : one.id}`),
	);
}
