// The badge: one line of status as SVG, and as JSON for Shields. An unknown slug gives a grey "unknown" with 404, never
// a broken image.
import { type Context, Hono } from "hono";
import type { Status, StatusState } from "../status";
import { stateWords, statusWord } from "../words";
import type { ApiParts } from "./app";

/** Status colours on light ground (design tokens), as badges cannot follow a reader's theme. */
const COLOURS = { calm: "#0d654c", raised: "#7d4e00", failing: "#ae2318", unknown: "#515b66" } as const satisfies Record<
	StatusState,
	string
>;
const LABEL = "codes";
/** A badge may be a minute old; image proxies keep it at least that long anyway. */
const FRESH = "public, max-age=60";
/** Average advance of a 11 px Verdana letter, and the rest either side. */
const LETTER_PX = 6.6;
const REST_PX = 10;

export function badges({ catalog, readings }: ApiParts): Hono {
	const app = new Hono();

	app.get("/badge/:file", async (c) => {
		const [, slug, format] = c.req.param("file").match(/^(.+)\.(svg|json)$/) ?? [];
		const service = slug === undefined ? null : catalog.meantService(slug);
		if (service && service.slug !== slug) return c.redirect(`/api/v1/badge/${service.slug}.${format}`, 308);
		const status = service ? await readings.status(service) : null;
		c.header("cache-control", FRESH);
		return format === "json"
			? shields(c, status)
			: c.body(svgOf(status), status ? 200 : 404, { "content-type": "image/svg+xml; charset=utf-8" });
	});
	return app;
}

/** Shields' endpoint schema: unknown keys are rejected by its reader, and a message must not be empty. */
function shields(c: Context, status: Status | null): Response {
	const body = {
		schemaVersion: 1,
		label: labelOf(status),
		message: wordOf(status),
		color: colourOf(status).slice(1),
		isError: status === null,
		cacheSeconds: 300,
	};
	return c.json(body, status ? 200 : 404);
}

/** Silence is never green: calm wears its colour only where people said so. */
function colourOf(status: Status | null): string {
	if (status === null || (status.state === "calm" && status.restsOn !== "reports")) return COLOURS.unknown;
	return COLOURS[status.state];
}

function wordOf(status: Status | null): string {
	return (status ? statusWord(status) : stateWords.unknown).toLowerCase();
}

function labelOf(status: Status | null): string {
	return status ? `${status.name} ${LABEL}` : LABEL;
}

function svgOf(status: Status | null): string {
	const [label, word] = [labelOf(status), wordOf(status)];
	const [left, right] = [widthOf(label), widthOf(word)];
	const title = escaped(status ? `${label}: ${word}. ${status.sentence}` : `${label}: ${word}`);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${title}"><title>${title}</title><rect width="${left}" height="20" fill="#13211e"/><rect x="${left}" width="${right}" height="20" fill="${colourOf(status)}"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle"><text x="${left / 2}" y="14">${escaped(label)}</text><text x="${left + right / 2}" y="14">${escaped(word)}</text></g></svg>`;
}

function widthOf(text: string): number {
	return Math.round([...text].length * LETTER_PX + REST_PX);
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
