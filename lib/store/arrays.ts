// Arrays in the binary form that PostgreSQL receives (array_recv): a batch of reports comes to forty of them, and as text each
// element would be quoted here and parsed there. Used by intake's statements; everything else is written by the driver.

/** What an element is made of, by its SQL type. */
type Values = {
	int: number;
	smallint: number;
	bool: boolean;
	timestamptz: Date;
	uuid: string;
	bytea: Buffer;
	text: string;
	json: string;
	channel: string;
	symptom: string;
	flow: string;
	"char(2)": string;
};

type ElementType = keyof Values;

/** A column of values with the SQL type of each. */
export type Column = { [Type in ElementType]: readonly [type: Type, values: readonly (Values[Type] | null)[]] }[ElementType];

/** `sent`: the type it travels as, and that one's number in the catalogue (pg_type.dat), the same in every PostgreSQL. */
type Element<Value> = { sent: string; oid: number; bytesOf(value: Value): number; write(buffer: Buffer, value: Value, at: number): void };

const text: Element<string> = {
	sent: "text",
	oid: 25,
	bytesOf: (value) => Buffer.byteLength(value),
	write: (buffer, value, at) => void buffer.write(value, at),
};

const elements: { [Type in ElementType]: Element<Values[Type]> } = {
	int: { sent: "int", oid: 23, bytesOf: () => 4, write: (buffer, value, at) => void buffer.writeInt32BE(value, at) },
	smallint: { sent: "smallint", oid: 21, bytesOf: () => 2, write: (buffer, value, at) => void buffer.writeInt16BE(value, at) },
	bool: { sent: "bool", oid: 16, bytesOf: () => 1, write: (buffer, value, at) => void buffer.writeUInt8(Number(value), at) },
	timestamptz: { sent: "timestamptz", oid: 1184, bytesOf: () => 8, write: writeTime },
	uuid: {
		sent: "uuid",
		oid: 2950,
		bytesOf: () => 16,
		write: (buffer, value, at) => void buffer.write(value.replaceAll("-", ""), at, "hex"),
	},
	bytea: { sent: "bytea", oid: 17, bytesOf: (value) => value.length, write: (buffer, value, at) => void value.copy(buffer, at) },
	text,
	json: { ...text, sent: "json", oid: 114 },
	// Our own types have a number once they are made: their words travel as text.
	channel: text,
	symptom: text,
	flow: text,
	"char(2)": text,
};

/** PostgreSQL counts microseconds from here. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;

/** How a statement names such a column, its parameter being `$1`: `$1::int[]`, `$1::text[]::channel[]`. */
export function castOf([type]: Column, parameter: string): string {
	const { sent } = elements[type];
	return sent === type ? `${parameter}::${type}[]` : `${parameter}::${sent}[]::${type}[]`;
}

/** The column as a parameter's value: one dimension. The driver sends a buffer as it is. */
export function arrayOf([type, values]: Column): Buffer {
	return written(elements[type] as Element<unknown>, values);
}

function written({ oid, bytesOf, write }: Element<unknown>, values: readonly unknown[]): Buffer {
	const size = values.reduce<number>((sum, value) => sum + LENGTH_BYTES + (value === null ? 0 : bytesOf(value)), HEAD_BYTES);
	const buffer = Buffer.allocUnsafe(size);
	let at = 0;
	// Dimensions, a flag that is no longer read, the type; of the one dimension its length and where it begins to count.
	for (const word of [1, 0, oid, values.length, 1]) at = buffer.writeInt32BE(word, at);
	for (const value of values) {
		if (value === null) {
			at = buffer.writeInt32BE(NULL_LENGTH, at);
			continue;
		}
		const bytes = bytesOf(value);
		write(buffer, value, buffer.writeInt32BE(bytes, at));
		at += LENGTH_BYTES + bytes;
	}
	return buffer;
}

function writeTime(buffer: Buffer, value: Date, at: number): void {
	buffer.writeBigInt64BE(BigInt(value.getTime() - EPOCH_MS) * 1_000n, at);
}
