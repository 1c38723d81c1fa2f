// The parameters of a statement, written beside the text that names them: rows come as one array a column, each with its
// type, so that a statement of a hundred values reads like a list of its columns. The text is the same for any rows.
import { arrayOf, type Column, castOf } from "./arrays";

export type Parameters = {
	readonly values: unknown[];
	/** One value: `$1::int`. */
	one(type: string, value: unknown): string;
	/** Rows named `t`, a column of values each: `unnest($1::int[], $2::bytea[]) AS t(service_id, reporter_key)`. */
	rows(columns: Readonly<Record<string, Column>>): string;
};

export function makeParameters(): Parameters {
	const values: unknown[] = [];
	const add = (value: unknown) => `$${values.push(value)}`;
	return {
		values,
		one: (type, value) => `${add(value)}::${type}`,
		rows(columns) {
			const lists = Object.values(columns).map((column) => castOf(column, add(arrayOf(column))));
			return `unnest(${lists.join(", ")}) AS t(${Object.keys(columns).join(", ")})`;
		},
	};
}
