import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ServiceGrid } from "../components/service-grid";
import { unknownOverview } from "../lib/overview";
import { referenceCatalog } from "./world/catalog";

const { services } = unknownOverview(referenceCatalog().services, new Date("2026-01-01T00:00:00Z"));
const calm = services.map((service) => ({ ...service, state: "calm" as const }));

function shown(listed: typeof services): { rows: number; html: string } {
	const html = renderToStaticMarkup(<ServiceGrid services={listed} caption="Services" />);
	return { rows: html.split("<tr>").length - 2, html };
}

describe("a long list of services", () => {
	it("stands as names below a few rows, each service once, and makes no heavy page", () => {
		const { rows, html } = shown(calm);
		expect(rows).toBe(14);
		for (const { slug } of calm) expect(html.split(`href="/services/${slug}"`).length, slug).toBe(2);
		expect(html.length).toBeLessThan(120_000);
		expect(html).toContain("without a report in the last 24 hours");
	});

	it("gives a row to everybody who was spoken of, wherever they stand", () => {
		const spokenOf = calm.map((service, index) => ({ ...service, reporters: index % 10 === 0 ? 1 : 0 }));
		expect(shown(spokenOf).rows).toBe(Math.ceil(calm.length / 10));
	});

	it("says of nobody that they are silent while nothing can be read", () => {
		const { rows, html } = shown(services);
		expect(rows).toBe(14);
		expect(html).not.toContain("without a report");
	});
});
