// Which characters of a page has no font a glyph for?
import { spawnSync } from "node:child_process";
import type { Page } from "playwright-core";

/** Assigned to no character, so no font has it. */
const NO_CHARACTER = "\u0378";

/** Scripts for which a machine must have fonts of its own. */
export const hasFonts = ["hi", "ar", "ja"].every((language) => spawnSync("fc-list", [`:lang=${language}`]).stdout?.length > 0);

/** The characters of a page's main part that are drawn as what is no character. */
export function missingGlyphs(page: Page): Promise<string[]> {
	return page.evaluate((none) => {
		const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
		if (!pen) throw new Error("this browser does not draw");
		const drawn = (character: string) => {
			pen.clearRect(0, 0, 60, 60);
			pen.font = `32px ${getComputedStyle(document.body).fontFamily}`;
			pen.fillText(character, 10, 40);
			return pen.getImageData(0, 0, 60, 60).data.join();
		};
		const nothing = drawn(none);
		const characters = new Set((document.querySelector("main")?.textContent ?? "").replace(/\s|\p{Cf}|\p{M}/gu, ""));
		return [...characters].filter((character) => drawn(character) === nothing);
	}, NO_CHARACTER);
}
