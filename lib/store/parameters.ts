// The parameters of a statement, written beside the text that names them: rows come as one array a column, each with its
// type, so that a statement of a hundred values reads like a list of its columns. The text is the same for any rows.

/** A column of given rows: its SQL type, and a value a row. */
type Column = readonly [type: string, values: readonly unknown[]];

export type Parameters = {
	readonly values: unknown[];
	/** One value: `$1::int`. */
	one(type: string, value: unknown): string;
	/** Rows named `t`: `unnest($1::int[], $2::bytea[]) AS t(service_id, reporter_key)`. */
	rows(columns: Readonly<Record<string, Column>>): string;
};

export function makeParameters(): Parameters {
	const values: unknown[] = [];
	const one = (type: string, value: unknown) => `$${values.push(value)}::${type}`;
	return {
		values,
		one,
		rows(columns) {
			const lists = Object.values(columns).map(([type, list]) => one(`${type}[]`, list));
			return `unnest(${lists.join(", ")}) AS t(${Object.keys(columns).join(", ")})`;
		},
	};
}
