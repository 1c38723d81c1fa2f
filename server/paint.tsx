// How is a picture made here, with our own letters, asking nobody? Drawing blocks this process for some 50 ms, so pictures are
// drawn one after another, whatever they are for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ImageResponse } from "next/og.js";
import type { ReactElement } from "react";
import type { Colour } from "@/components/card";

export type Paint = {
	/** A light colour of tokens.css. */
	colour: Colour;
	/** The drawing as PNG, once those before it are drawn. */
	png(drawing: ReactElement, size: { width: number; height: number }): Promise<Buffer>;
	/** Pictures not yet drawn. */
	readonly waiting: number;
};

/** What our letters can draw: Latin. For anything else the library would ask a font service. */
const UNDRAWABLE = /[^\u0020-\u024f\u1e00-\u1eff\u2010-\u2027\u20ac]/gu;

/** A text as far as our letters go. */
export function drawableText(text: string): string {
	return text.normalize("NFC").replaceAll(UNDRAWABLE, "").trim();
}

/** `project` holds the letters and the colours. */
export function openPaint(project: string): Paint {
	const fonts = [
		{ name: "Text", weight: 400, data: font("latin-400") },
		{ name: "Text", weight: 700, data: font("latin-700") },
		{ name: "TextExt", weight: 400, data: font("latin-ext-400") },
		{ name: "TextExt", weight: 700, data: font("latin-ext-700") },
	] as const;
	const queue = { last: Promise.resolve<unknown>(null), waiting: 0 };

	function font(name: string): Buffer {
		return readFileSync(join(project, `app/fonts/card-${name}.woff`));
	}

	async function draw(drawing: ReactElement, size: { width: number; height: number }): Promise<Buffer> {
		const image = new ImageResponse(drawing, { ...size, fonts: [...fonts] });
		return Buffer.from(await image.arrayBuffer());
	}

	return {
		colour: lightColours(readFileSync(join(project, "app/tokens.css"), "utf8")),
		png(drawing, size) {
			queue.waiting++;
			const png = queue.last.then(() => draw(drawing, size)).finally(() => queue.waiting--);
			queue.last = png.catch(() => {});
			return png;
		},
		get waiting() {
			return queue.waiting;
		},
	};
}

/** The light half of each colour of tokens.css, where colours stand once. */
export function lightColours(css: string): Colour {
	const found = new Map([...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}),/g)].map(([, token = "", light = ""]) => [token, light]));
	return (token) => {
		const light = found.get(token);
		if (light === undefined) throw new Error(`tokens.css has no colour ${token}`);
		return light;
	};
}
