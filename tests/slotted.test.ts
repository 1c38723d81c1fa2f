// Pages with a slot: zipped once, filled for each answer, and every byte as if it had been zipped whole.
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeNonce } from "../server/headers";
import type { Lending } from "../server/lent";
import { slotted } from "../server/slotted";

const SLOT = "slot0f5e";
const BYTES = 24;

/** A filled copy that is never given back. */
function filled(form: Lending, filling: string): Buffer {
	return form.lend(Buffer.from(filling)).bytes;
}

test("what a filled page unzips to is the filled page, whatever stands around its slots", () => {
	const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("", "<script nonce=", "\0\0\0", "ÿÿÿÿ", "ab".repeat(40_000)));
	const pages = fc.array(text, { minLength: 1, maxLength: 8 });
	fc.assert(
		fc.property(pages, (texts) => {
			const page = slotted(texts.join(SLOT), SLOT, BYTES);
			for (const nonce of [makeNonce(), makeNonce()]) {
				expect(filled(page.plain, nonce).toString()).toBe(Buffer.from(texts.join(nonce)).toString());
				expect(gunzipSync(filled(page.zipped(), nonce)).equals(filled(page.plain, nonce))).toBe(true);
			}
		}),
		{ numRuns: 60 },
	);
});

test("a page with slots is hardly larger than one zipped whole", () => {
	const script = (line: number) =>
		`<script nonce="${SLOT}">self.push(${JSON.stringify({ line, words: "codes from X may not be arriving" })})</script>`;
	const page = slotted(Array.from({ length: 30 }, (_, line) => script(line)).join("\n"), SLOT, BYTES);
	expect(page.zipped().length).toBeLessThan(page.plain.length / 2);
});

test("a filling of another length is a fault, not a broken page", () => {
	expect(() => filled(slotted(`a${SLOT}b`, SLOT, BYTES).plain, "short")).toThrow("a filling has 24 bytes, not 5");
});

test("a copy that was given back is filled anew to the last byte, plain and zipped", () => {
	const text = `<script nonce="${SLOT}">${"ab".repeat(500)}</script><script nonce="${SLOT}"></script>`;
	const page = slotted(text, SLOT, BYTES);
	for (const form of [page.plain, page.zipped()]) {
		form.lend(Buffer.from(makeNonce())).giveBack();
		const nonce = makeNonce();
		const bytes = filled(form, nonce);
		expect(bytes).toHaveLength(form.length);
		expect((form === page.plain ? bytes : gunzipSync(bytes)).toString()).toBe(text.replaceAll(SLOT, nonce));
	}
});

test("zipped for the first time after it was lent, a page holds nothing of whom it was lent to", () => {
	const page = slotted(`${SLOT}${"cd".repeat(500)}${SLOT}`, SLOT, BYTES);
	const earlier = makeNonce();
	page.plain.lend(Buffer.from(earlier)).giveBack();
	const nonce = makeNonce();
	expect(gunzipSync(filled(page.zipped(), nonce)).toString()).toBe(`${nonce}${"cd".repeat(500)}${nonce}`);
});
