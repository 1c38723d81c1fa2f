// What became of the findings, where no database keeps incidents: replay and calibration hold them here, as the watch does
// in its tables.
import type { Cause, IncidentState, Slice, Verdict } from "../incident";
import { MINUTE_MS } from "../time";
import type { Finding, Held } from "./finding";
import { rules } from "./rules";

export type Incident = {
	id: string;
	openedAt: Date;
	startedAt: Date;
	windowMinutes: number;
	sliceAtOpening: Slice;
	slice: Slice;
	state: IncidentState;
	confirmedAt: Date | null;
	campaign: boolean;
	cause: Cause;
	closedAt: Date | null;
	endedAt: Date | null;
	/** As it stood at the last finding that came with numbers. */
	verdict: Verdict;
};

export type Casebook = {
	/** Incidents that hold their slice at `at`, and those that ended within the hour. */
	held(at: Date): readonly Held[];
	act(finding: Finding, at: Date): void;
	readonly hasOpen: boolean;
	readonly incidents: readonly Incident[];
};

export function makeCasebook(): Casebook {
	const incidents: Incident[] = [];
	const current = new Map<string, Incident>();

	function act(finding: Finding, at: Date): void {
		if (finding.tag === "opened") {
			const incident = openedAs(finding, at, incidents.length + 1);
			incidents.push(incident);
			current.set(incident.id, incident);
			return;
		}
		const incident = current.get(finding.incident);
		if (!incident) return;
		switch (finding.tag) {
			case "reopened":
				Object.assign(incident, {
					state: incident.confirmedAt === null ? "suspected" : "confirmed",
					closedAt: null,
					endedAt: null,
					verdict: finding.verdict,
				});
				return;
			case "renamed":
				Object.assign(incident, { slice: finding.slice, cause: finding.cause, verdict: finding.verdict });
				return;
			case "read":
				Object.assign(incident, { cause: finding.cause, verdict: finding.verdict });
				return;
			case "confirmed":
				Object.assign(incident, { state: "confirmed", confirmedAt: at, verdict: finding.verdict });
				return;
			case "flagged":
				incident.campaign = finding.campaign;
				return;
			case "back":
				Object.assign(incident, { state: "resolved", closedAt: at, endedAt: finding.endedAt, verdict: finding.verdict });
		}
	}

	return {
		held(at) {
			for (const [id, { closedAt }] of current) {
				if (closedAt !== null && at.getTime() - closedAt.getTime() > rules.reopenMinutes * MINUTE_MS) current.delete(id);
			}
			return [...current.values()].map(({ id, slice, state, startedAt, openedAt, closedAt }) => ({
				incident: id,
				slice,
				state,
				startedAt,
				openedAt,
				closedAt,
			}));
		},
		act,
		get hasOpen() {
			return [...current.values()].some(({ closedAt }) => closedAt === null);
		},
		incidents,
	};
}

function openedAs({ slice, startedAt, cause, verdict }: Extract<Finding, { tag: "opened" }>, at: Date, number: number): Incident {
	return {
		id: `${at.toISOString()}-${number}`,
		openedAt: at,
		startedAt,
		windowMinutes: verdict.windowMinutes,
		sliceAtOpening: slice,
		slice,
		state: "suspected",
		confirmedAt: null,
		campaign: false,
		cause,
		closedAt: null,
		endedAt: null,
		verdict,
	};
}
