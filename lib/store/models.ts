// Fitted models (docs/decisions/037): each judges from its own grid time on, until the next one's. A verdict names the
// model it used, so such a one is never forgotten, and none is ever changed.
import { type Model, parseModel } from "../detect/model";
import type { Pool } from "./pool";

/** Which model judges `at`: the newest that had begun by then; `null` before the first. */
export async function findModelName(pool: Pool, at: Date): Promise<string | null> {
	const { rows } = await pool.query<{ name: string }>(
		"SELECT name FROM baseline_model WHERE from_at <= $1::timestamptz ORDER BY from_at DESC, name DESC LIMIT 1",
		[at],
	);
	return rows[0]?.name ?? null;
}

/** Throws a sentence when there is no such model, or when what is kept of it is broken. */
export async function readModel(pool: Pool, name: string): Promise<Model> {
	const { rows } = await pool.query<{ model: string }>("SELECT model::text AS model FROM baseline_model WHERE name = $1", [name]);
	const [row] = rows;
	if (!row) throw new Error(`There is no model ${name}.`);
	const model = parseModel(row.model);
	if (typeof model === "string") throw new Error(`The model ${name} is broken: ${model}.`);
	return model;
}

export async function hasModel(pool: Pool, name: string): Promise<boolean> {
	const { rowCount } = await pool.query("SELECT FROM baseline_model WHERE name = $1", [name]);
	return rowCount !== 0;
}

/** Keeps a model under its own name; one of that name that is there already stays as it is. */
export async function saveModel(pool: Pool, { from, fittedAt, model }: { from: Date; fittedAt: Date; model: Model }): Promise<void> {
	await pool.query(
		`INSERT INTO baseline_model (name, from_at, fitted_at, model) VALUES ($1, $2::timestamptz, $3::timestamptz, $4::json)
		 ON CONFLICT (name) DO NOTHING`,
		[model.name, from, fittedAt, JSON.stringify(model)],
	);
}

/** Forgets the models that judged nothing since `before`, but for those that a verdict names. */
export async function forgetModels(pool: Pool, before: Date): Promise<void> {
	await pool.query(
		`DELETE FROM baseline_model
		 WHERE from_at < (SELECT max(from_at) FROM baseline_model WHERE from_at <= $1::timestamptz)
		   AND NOT EXISTS (SELECT FROM verdict WHERE verdict.model = baseline_model.name)`,
		[before],
	);
}
