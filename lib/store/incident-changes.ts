// How an incident changes. One verb, one transaction: every change of state is a compare-and-set on the version the
// caller saw, with its update for the public in the same transaction, so that two watches or two moderators at once do it
// once.
import { createHash, randomBytes } from "node:crypto";
import type { Reach } from "../catalog/reach";
import type { Author, Cause, IncidentState, Slice, StanceValue, Verdict } from "../incident";
import { uuidFloor, uuidOf } from "../time";
import { insertAudit } from "./audit";
import { type Connection, inTransaction, type Pool } from "./pool";

export type Opening = {
	/** The one service it is of; `null`: several, or any. */
	serviceId: number | null;
	slice: Slice;
	reach: Reach;
	sliceKey: string;
	cause: Cause;
	title: string;
	startedAt: Date;
	at: Date;
	verdict: Verdict;
	text: string;
	/** Found in what was played in, and in nothing else. */
	isPlayed?: true;
};

/**
 * Opens an incident; `null` when another one holds the slice already. Its id follows from its time and slice, so that the same
 * reports come to the same incident. It is `demo` when it was played, or when most of the evidence in its slice was: taken out
 * with the demo, it would be found again in what people reported, if that is enough.
 */
export async function openIncident(connection: Connection, opening: Opening): Promise<string | null> {
	const id = uuidOf(opening.at, createHash("sha256").update(opening.sliceKey).digest().subarray(0, 10));
	const { rowCount } = await connection.query(
		`INSERT INTO incident (id, service_id, slice, slice_key, state, cause, title, started_at, opened_at, demo)
		 VALUES ($1, $2, $3, $4, 'suspected', $5, $6, $7, $8,
		   $10 OR (SELECT count(*) FILTER (WHERE demo) > count(*) FILTER (WHERE NOT demo) FROM report
		     WHERE service_id = ANY (coalesce($12::int[], (SELECT array_agg(id) FROM service)))
		       AND id >= $9::uuid AND at >= $7::timestamptz AND at <= $8::timestamptz AND evidence
		       AND ($11::text[] IS NULL OR channel::text = ANY ($11))
		       AND ($13::int[] IS NULL OR region_id = ANY ($13)) AND ($14::int[] IS NULL OR carrier_id = ANY ($14))))
		 ON CONFLICT DO NOTHING`,
		[
			id,
			opening.serviceId,
			opening.slice,
			opening.sliceKey,
			opening.cause,
			opening.title,
			opening.startedAt,
			opening.at,
			uuidFloor(opening.startedAt),
			opening.isPlayed ?? false,
			opening.slice.channel,
			opening.reach.serviceIds,
			opening.reach.regionIds,
			opening.reach.carrierIds,
		],
	);
	if (rowCount === 0) return null;
	await insertVerdict(connection, id, opening.at, opening.slice, opening.verdict);
	await insertUpdate(connection, { incident: id, at: opening.at, by: "watch", userId: null, state: "suspected", text: opening.text });
	return id;
}

/** A change of state: the columns it sets beside it, and the sentence the public reads. */
export type Change = {
	id: string;
	version: number;
	at: Date;
	by: Author;
	userId: string | null;
	state: IncidentState;
	set: Partial<{
		confirmedAt: Date | null;
		confirmedBy: "crowd" | "moderator" | null;
		dismissedAt: Date | null;
		dismissedReason: string | null;
		endedAt: Date | null;
		closedAt: Date | null;
		cause: Cause;
		campaign: boolean;
	}>;
	/** What it is about from now on; refused while another incident holds that slice. */
	renamed?: { serviceId: number | null; slice: Slice; sliceKey: string; title: string };
	/** Empty: nothing to tell. */
	text: string;
	verdict: Verdict | null;
	audit: { who: string; deed: string; detail: unknown } | null;
	/** When the sentence was said, and in which state, if that was not when it was written. */
	said?: { at: Date; state: IncidentState };
	/** A stance noted with this change: it gets the id of the audit row, which is how it is found when taken back. */
	stance?: Omit<StanceRecord, "incident">;
	/** The id of a stance that this change takes back. */
	takesBack?: string;
};

const columns = {
	confirmedAt: "confirmed_at",
	confirmedBy: "confirmed_by",
	dismissedAt: "dismissed_at",
	dismissedReason: "dismissed_reason",
	endedAt: "ended_at",
	closedAt: "closed_at",
	cause: "cause",
	campaign: "campaign",
} as const satisfies Record<keyof Change["set"], string>;

/** Compare-and-set: true when this caller made the change, false when the version has moved on. */
export function changeIncident(pool: Pool, change: Change): Promise<boolean> {
	return inTransaction(pool, (connection) => changeWithin(connection, change));
}

/** The same within a transaction of the caller's. */
export async function changeWithin(connection: Connection, change: Change): Promise<boolean> {
	if (change.renamed && !(await rename(connection, change, change.renamed))) return false;
	const set = Object.entries(change.set);
	const names = set.map(([name], index) => `, ${columnOf(name)} = $${index + 4}`).join("");
	const { rows } = await connection.query<{ slice: Slice }>(
		`UPDATE incident SET state = $3::incident_state, version = version + 1${names} WHERE id = $1::uuid AND version = $2 RETURNING slice`,
		[change.id, change.version, change.state, ...set.map(([, value]) => value)],
	);
	const [row] = rows;
	if (!row) return false;
	if (change.verdict) await insertVerdict(connection, change.id, change.at, row.slice, change.verdict);
	if (change.text) await insertUpdate(connection, { incident: change.id, ...change, ...change.said });
	await leaveTraces(connection, change);
	return true;
}

async function rename(
	connection: Connection,
	{ id, version }: Change,
	{ serviceId, slice, sliceKey, title }: NonNullable<Change["renamed"]>,
): Promise<boolean> {
	const { rowCount } = await connection.query(
		`UPDATE incident SET service_id = $3, slice = $4, slice_key = $5, title = $6 WHERE id = $1::uuid AND version = $2
		   AND NOT EXISTS (SELECT FROM incident other WHERE other.id <> $1::uuid AND other.closed_at IS NULL AND other.slice_key = $5)`,
		[id, version, serviceId, slice, sliceKey, title],
	);
	return rowCount === 1;
}

async function leaveTraces(connection: Connection, change: Change): Promise<void> {
	const id = newId(change.at);
	if (change.stance) await insertStance(connection, id, { incident: change.id, ...change.stance });
	if (change.takesBack)
		await connection.query("DELETE FROM stance WHERE id = $1::uuid AND incident_id = $2::uuid", [change.takesBack, change.id]);
	if (change.audit && change.userId)
		await insertAudit(connection, { id, at: change.at, userId: change.userId, subject: change.id, ...change.audit });
}

function columnOf(name: string): string {
	const found = Object.entries(columns).find(([key]) => key === name);
	if (!found) throw new Error(`an incident has no ${name} to set`);
	return found[1];
}

/** The grounds of an incident as they stand at `at`. */
export async function insertVerdict(connection: Connection, incident: string, at: Date, slice: Slice, verdict: Verdict): Promise<void> {
	await connection.query(
		`INSERT INTO verdict (id, incident_id, at, slice, window_minutes, observed, expected, score, threshold, networks, arrived, model, runner_up)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		[
			newId(at),
			incident,
			at,
			slice,
			verdict.windowMinutes,
			verdict.observed,
			verdict.expected,
			verdict.score,
			verdict.threshold,
			verdict.networks,
			verdict.arrived,
			verdict.model,
			verdict.runnerUp,
		],
	);
}

type UpdateRow = { incident: string; at: Date; by: Author; userId: string | null; state: IncidentState; text: string };

async function insertUpdate(connection: Connection, { incident, at, by, userId, state, text }: UpdateRow): Promise<void> {
	await connection.query(
		"INSERT INTO incident_update (id, incident_id, at, by, user_id, state, text) VALUES ($1, $2, $3, $4, $5, $6, $7)",
		[newId(at), incident, at, by, userId, state, text],
	);
}

export type StanceRecord = { incident: string; at: Date; value: StanceValue; url: string | null; by: string };

/** What the vendor has said of an incident, at its own time and in the name of whoever noted it. Twice is two stances. */
export async function recordStance(pool: Pool, stance: StanceRecord): Promise<void> {
	await inTransaction(pool, (connection) => insertStance(connection, newId(stance.at), stance));
}

async function insertStance(connection: Connection, id: string, { incident, at, value, url, by }: StanceRecord): Promise<void> {
	await connection.query("INSERT INTO stance (id, incident_id, at, value, url, by) VALUES ($1, $2, $3, $4, $5, $6)", [
		id,
		incident,
		at,
		value,
		url,
		by,
	]);
}

function newId(at: Date): string {
	return uuidOf(at, randomBytes(10));
}
