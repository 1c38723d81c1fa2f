// What a statement is sent in binary arrives as it was meant, whatever it says.
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeParameters } from "../lib/store/parameters";
import { openStore } from "./world/store";

const { pool } = await openStore();

/** Text as PostgreSQL takes it: without the character zero. */
const text = fc.string({ unit: "binary" }).map((word) => word.replaceAll("\0", ""));
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values);
const row = fc.record({
	int: orNull(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
	smallint: orNull(fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 })),
	bool: orNull(fc.boolean()),
	at: orNull(fc.date({ min: new Date("0001-01-01Z"), max: new Date("9999-12-31Z"), noInvalidDate: true })),
	id: orNull(fc.uuid()),
	key: orNull(fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))),
	word: orNull(text),
	note: orNull(fc.json({ stringUnit: "grapheme" })),
	channel: orNull(fc.constantFrom("sms", "call", "email")),
	country: orNull(fc.constantFrom("DE", "US")),
});

test("rows of any values come back as they were sent, also none at all", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (sent) => {
			const parameters = makeParameters();
			const rows = parameters.rows({
				place: ["int", sent.map((_, index) => index)],
				int: ["int", sent.map((one) => one.int)],
				smallint: ["smallint", sent.map((one) => one.smallint)],
				bool: ["bool", sent.map((one) => one.bool)],
				at: ["timestamptz", sent.map((one) => one.at)],
				id: ["uuid", sent.map((one) => one.id)],
				key: ["bytea", sent.map((one) => one.key)],
				word: ["text", sent.map((one) => one.word)],
				note: ["json", sent.map((one) => one.note)],
				channel: ["channel", sent.map((one) => one.channel)],
				country: ["char(2)", sent.map((one) => one.country)],
			});
			const told = await pool.query(
				`SELECT int, smallint, bool, (extract(epoch FROM at) * 1000)::bigint::text AS at, id, key, word, note::text, channel, country FROM ${rows} ORDER BY place`,
				parameters.values,
			);
			expect(told.rows).toEqual(sent.map((one) => ({ ...one, at: one.at && String(one.at.getTime()) })));
		}),
		{ numRuns: 200 },
	);
});
