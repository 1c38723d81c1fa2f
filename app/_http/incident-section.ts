// The chart section of an incident's page, now or as it stood at the time that its address asks for.
import { filesOf } from "@/app/_http/chart-files";
import { readMatter } from "@/app/_http/incident-matter";
import { citation } from "@/components/cite";
import type { IncidentSection } from "@/components/incident-face";
import { windowWords } from "@/components/view-matter";
import { house } from "@/lib/house";
import type { Incident } from "@/lib/incident";
import type { Reading } from "@/lib/reading";
import { stepOf, TALLY_STEP_MS } from "@/lib/time";
import { type AsOfProblem, addressOfView, type parseView, usualView } from "@/lib/view";

type AsOf = { asOf: Date | null; problem: AsOfProblem | null };

/** The incident as of the time asked for; as it is now, with the reason, where that cannot be. */
export async function readAsOf(id: string, asked: ReturnType<typeof parseView>): Promise<AsOf & { reading: Reading<Incident | null> }> {
	const { asOf } = asked.view;
	const { readings } = house();
	const then = await readings.incident(id, asOf);
	if (asOf === null || !then.known || then.value) return { reading: then, asOf, problem: asked.problem };
	return { reading: await readings.incident(id), asOf: null, problem: "before" };
}

export async function readIncidentSection(incident: Incident, { asOf, problem }: AsOf): Promise<IncidentSection> {
	const page = `/incidents/${incident.id}`;
	const matter = await readMatter(incident, asOf);
	const told = asOf ?? stepOf(house().now(), TALLY_STEP_MS);
	const address = house().env.PUBLIC_URL + addressOfView(page, { ...usualView, asOf: told });
	const isNoticed = told >= new Date(incident.openedAt);
	return {
		matter,
		page,
		asOf: asOf?.toISOString() ?? null,
		problem,
		files: filesOf(`${page}/chart`, { ...usualView, asOf }),
		waitFiles: filesOf(`${page}/waits`, usualView),
		cited: matter && isNoticed ? { address, text: sentence(incident, { from: matter.from, told, model: matter.model, address }) } : null,
	};
}

function sentence(
	{ title }: Incident,
	{ from, told, model, address }: { from: number; told: Date; model: string; address: string },
): string {
	return citation({ title, window: windowWords(new Date(from), told), asOf: told, model, address });
}
