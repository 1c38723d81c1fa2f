// What may stand in a browser's storage under our name, written by anybody: of it, what is a service.
import { expect, test } from "vitest";
import { KEPT_MAX, keptIn } from "../components/kept-services";

const x = { slug: "x", name: "X" };

test.each([
	["[]", []],
	[JSON.stringify([x]), [x]],
	["null", []],
	["7", []],
	['{"slug":"x","name":"X"}', []],
	[JSON.stringify([x, null, 7, "x", {}, { slug: "x" }, { name: "X" }, { slug: 1, name: "X" }]), [x]],
	[JSON.stringify([{ slug: "../incidents", name: "X" }]), []],
	[JSON.stringify([{ slug: "", name: "X" }]), []],
	[JSON.stringify([{ slug: "x", name: "X".repeat(121) }]), []],
	[JSON.stringify([{ slug: "x.com", name: "X".repeat(120) }]), [{ slug: "x.com", name: "X".repeat(120) }]],
])("of %s it is %o", (text, wanted) => expect(keptIn(text)).toEqual(wanted));

test("it is at most as many as may be kept, the first of them", () => {
	const many = Array.from({ length: KEPT_MAX + 1 }, (_, place) => ({ slug: `s${place}`, name: "S" }));
	expect(keptIn(JSON.stringify(many))).toEqual(many.slice(0, KEPT_MAX));
});

test("what is no JSON is a fault, which whoever reads it takes for nothing", () => expect(() => keptIn("[{]")).toThrow());
