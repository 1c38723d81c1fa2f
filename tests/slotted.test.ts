// Pages with a slot: zipped once, filled for each answer, and every byte as if it had been zipped whole.
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeNonce } from "../server/headers";
import { slotted } from "../server/slotted";

const SLOT = "slot0f5e";
const BYTES = 24;

test("what a filled page unzips to is the filled page, whatever stands around its slots", () => {
	const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "<script nonce=", "\0\0\0", "ÿÿÿÿ", "ab".repeat(40_000)));
	const pages = fc.array(text, { minLength: 1, maxLength: 8 });
	fc.assert(
		fc.property(pages, (texts) => {
			const page = slotted(texts.join(SLOT), SLOT, BYTES);
			for (const nonce of [makeNonce(), makeNonce()]) {
				expect(page.plain(nonce).toString()).toBe(Buffer.from(texts.join(nonce)).toString());
				expect(gunzipSync(page.zipped(nonce)).equals(page.plain(nonce))).toBe(true);
			}
		}),
		{ numRuns: 60 },
	);
});

test("a page with slots is hardly larger than one zipped whole", () => {
	const script = (line: number) =>
		`<script nonce="${SLOT}">self.push(${JSON.stringify({ line, words: "codes from X may not be arriving" })})</script>`;
	const page = slotted(Array.from({ length: 30 }, (_, line) => script(line)).join("\n"), SLOT, BYTES);
	expect(page.zipped(makeNonce()).length).toBeLessThan(page.plain(makeNonce()).length / 2);
});

test("a filling of another length is a fault, not a broken page", () => {
	expect(() => slotted(`a${SLOT}b`, SLOT, BYTES).plain("short")).toThrow("a filling has 24 bytes, not 5");
});
