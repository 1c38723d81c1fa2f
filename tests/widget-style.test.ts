import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

function colours(file: string): Map<string, string> {
	const found = readFileSync(file, "utf8").matchAll(/(--[\w-]+): (light-dark\([^;]+\));/g);
	return new Map([...found].map(([, name = "", value = ""]) => [name, value]));
}

describe("the widget's own style sheet", () => {
	it("wears the colours of the house", () => {
		const house = colours("app/tokens.css");
		const widget = colours("components/widget.css");
		expect(widget.size).toBeGreaterThan(15);
		for (const [name, value] of widget) expect(house.get(name), name).toBe(value);
	});

	it("fetches nothing", () => {
		expect(readFileSync("components/widget.css", "utf8")).not.toMatch(/url\(|@import/);
	});
});
