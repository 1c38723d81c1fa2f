// How is a stored incident told? The one place where a row becomes the shape that page, API, feed and widget share.
import type { Catalog } from "./catalog/catalog";
import { namesOf, namesOfSlices } from "./catalog/names";
import type { Incident, Slice, Verdict } from "./incident";
import type { IncidentRow } from "./store/incidents";

/** The incident as everybody sees it; `publicUrl` makes its link absolute. */
export function incidentOf(row: IncidentRow, catalog: Catalog, publicUrl: string): Incident {
	const service = row.serviceId === null ? null : catalog.serviceOfId(row.serviceId);
	const [opening] = row.verdicts;
	const latest = row.verdicts.at(-1);
	if (!opening || !latest) throw new Error(`incident ${row.id} has no verdict`);
	return {
		id: row.id,
		url: `${publicUrl}/incidents/${row.id}`,
		service: service?.slug ?? null,
		serviceName: service?.name ?? null,
		slice: row.slice,
		sliceAtOpening: row.sliceAtOpening,
		names: namesOfSlices(slicesOf(row), namesOf(catalog)),
		state: row.state,
		confirmedBy: row.confirmedBy,
		cause: row.cause,
		title: row.title,
		campaign: row.campaign,
		demo: row.demo,
		startedAt: row.startedAt.toISOString(),
		openedAt: row.openedAt.toISOString(),
		confirmedAt: row.confirmedAt?.toISOString() ?? null,
		dismissedAt: row.dismissedAt?.toISOString() ?? null,
		dismissedReason: row.dismissedReason,
		endedAt: row.endedAt?.toISOString() ?? null,
		closedAt: row.closedAt?.toISOString() ?? null,
		verdict: verdictOf(latest),
		lookedAt: new Date(latest.at).toISOString(),
		verdictAtOpening: verdictOf(opening),
		stance: row.stances,
		updates: row.updates,
		version: row.version,
	};
}

/** Every slice that is told of it. */
function slicesOf({ slice, sliceAtOpening, verdicts }: IncidentRow): readonly Slice[] {
	return [slice, sliceAtOpening, ...verdicts.flatMap(({ runnerUp }) => (runnerUp ? [runnerUp.slice] : []))];
}

function verdictOf({ observed, expected, score, threshold, windowMinutes, networks, arrived, model, runnerUp }: Verdict): Verdict {
	return { observed, expected, score, threshold, windowMinutes, networks, arrived, model, runnerUp };
}
