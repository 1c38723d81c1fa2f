// What did people say of their code beside the symptom: what was it for, how long did it take? Read off the reports themselves:
// tallies know neither. Bounded by the services and the stretch of time that are asked for, which the reports' own key answers;
// one pass, whatever the crowd.
import type { Cells } from "../catalog/reach";
import { type FlowStep, NAMED_STEP_MIN_MS, type PartStep, REPORTERS_PUBLISHED_MIN } from "../publish";
import { COUNT_WINDOW_MS } from "../tally";
import { MINUTE_MS, plus, uuidFloor } from "../time";
import { waitLengths } from "../wait-lengths";
import type { WaitPart } from "../waits";
import type { Pool } from "./pool";

const STEP = `${NAMED_STEP_MIN_MS / MINUTE_MS} minutes`;
/** Keys told of one part in one step, of the largest cells first: five people of one service and channel are five. */
const VOICES_MAX = 100;

type Query = Cells & { from: Date; to: Date };

/**
 * People counted in each half hour of a stretch, by flow: as they stand now, so that who moved on is counted where they are.
 * For lib/publish.ts alone to let out.
 */
export async function listFlowSteps(pool: Pool, query: Query): Promise<readonly FlowStep[]> {
	const steps = await listSteps<FlowStep["flow"]>(pool, "flow", query);
	return steps.map(({ name, ...step }) => ({ ...step, flow: name }));
}

const WAIT = `CASE WHEN symptom = 'missing' THEN 'missing' WHEN waited_seconds IS NULL THEN 'unsaid'
  ${waitLengths.map(({ name, belowSeconds }) => (belowSeconds === null ? `ELSE '${name}'` : `WHEN waited_seconds < ${belowSeconds} THEN '${name}'`)).join(" ")} END`;

/** The same by how long a code that came took, with those who say it never came; who was refused or stopped waited for none. */
export function listWaitSteps(pool: Pool, query: Query): Promise<readonly PartStep<WaitPart>[]> {
	return listSteps(pool, WAIT, query, "symptom IN ('missing', 'late', 'arrived')");
}

async function listSteps<Name>(
	pool: Pool,
	part: string,
	{ from, to, serviceIds, channels, carrierIds, regionIds }: Query,
	where = "true",
): Promise<readonly PartStep<Name>[]> {
	const { rows } = await pool.query<PartStep<Name>>(
		`WITH moved AS MATERIALIZED (SELECT service_id, supersedes FROM report WHERE service_id = ANY ($1::int[]) AND supersedes IS NOT NULL
		     AND id >= $2::uuid AND id < $4::uuid)
		 SELECT step AS at, name, sum(failed)::int AS failed, sum(arrived)::int AS arrived,
		   (string_to_array(string_agg(keys, ' ' ORDER BY failed + arrived DESC), ' '))[1:${VOICES_MAX}] AS voices
		 FROM (SELECT date_bin('${STEP}', at, '1970-01-01Z') AS step, ${part} AS name,
		     count(*) FILTER (WHERE symptom <> 'arrived') AS failed, count(*) FILTER (WHERE symptom = 'arrived') AS arrived,
		     array_to_string((array_agg(reporter_key))[1:${REPORTERS_PUBLISHED_MIN}], ' ') AS keys
		   FROM report AS said
		   WHERE service_id = ANY ($1::int[]) AND id >= $2::uuid AND id < $3::uuid AND counted AND ${where}
		     AND ($5::channel[] IS NULL OR channel = ANY ($5::channel[]))
		     AND ($6::int[] IS NULL OR carrier_id = ANY ($6::int[])) AND ($7::int[] IS NULL OR region_id = ANY ($7::int[]))
		     AND NOT EXISTS (SELECT FROM moved WHERE moved.service_id = said.service_id AND moved.supersedes = said.id)
		   GROUP BY step, name, service_id, channel) AS cell
		 GROUP BY step, name ORDER BY step, name`,
		[serviceIds, uuidFloor(from), uuidFloor(to), uuidFloor(plus(to, COUNT_WINDOW_MS)), channels, carrierIds, regionIds],
	);
	return rows;
}
