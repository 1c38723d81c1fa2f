// How is one person counted once, and what does that change in the tallies? Pure: what a person and a network have
// already been counted for comes in, the outcome and the changed cells go out. The outcome is written on the report and
// is ground: a rebuild sums it and never decides again. Absent on purpose: SQL, locks and the clock.
import { type Channel, isFailing, type Report, type Symptom } from "./report";
import { HOUR_MS, MINUTE_MS, stepOf, TALLY_STEP_MS } from "./time";

/** A person is counted once per service and channel in six hours (DESIGN: counting one person once). */
export const COUNT_WINDOW_MS = 6 * HOUR_MS;
/** At most two failing reports per network prefix and service count as evidence in half an hour. */
export const NETWORK_WINDOW_MS = 30 * MINUTE_MS;

/** Five-minute counts live this many days, then hours alone: a baseline is fitted on 35 of them. */
export const STEPS_KEPT_DAYS = 40;

/** Why a report weighs nothing as evidence, though it was taken. */
export type WeightReason = "repeat" | "reporter" | "network" | "hosting";

export const counters = ["missing", "late", "rejected", "blocked", "arrived", "repeats", "reporters", "evidence"] as const;
export type Counter = (typeof counters)[number];

export type Cell = { serviceId: number; channel: Channel; carrierId: number | null; regionId: number };

/** What counting reads of a report. */
export type Statement = Pick<Report, "serviceId" | "channel" | "symptom" | "cell">;

/** What goes up or down by one in one cell in one five-minute step. */
export type TallyChange = { cell: Cell; at: Date; counters: readonly Counter[]; by: 1 | -1 };

/** Where a person stands on one service and channel: the report that is counted now, and where it was counted. */
export type Claim = {
	firstReportId: string;
	reportId: string;
	countedAt: Date;
	symptom: Symptom;
	carrierId: number | null;
	regionId: number;
	evidenceAt: Date | null;
};

/** What is already counted when a report comes in. */
export type Standing = {
	claim: Claim | null;
	/** When this person last gave evidence about this service, on any channel. */
	reporterEvidenceAt: Date | null;
	/** The last two times this network gave evidence about this service, newest first. */
	networkEvidenceAt: Date | null;
	networkEvidenceBeforeAt: Date | null;
};

export type Outcome = {
	counted: boolean;
	evidence: boolean;
	weightReason: WeightReason | null;
	repeatOf: string | null;
	supersedes: string | null;
	changes: readonly TallyChange[];
	standing: Standing;
};

/** Counts one report at `at` (the database's time) against what stands already. Told the id the report will have. */
export function countReport(id: string, report: Statement, before: Standing, at: Date): Outcome {
	const claim = before.claim !== null && isWithin(before.claim.countedAt, at, COUNT_WINDOW_MS) ? before.claim : null;
	if (claim === null) return countFirst(id, report, before, at);
	if (claim.symptom === report.symptom) return countRepeat(report, claim, before, at);
	return countMove(id, report, claim, before, at);
}

function countFirst(id: string, report: Statement, before: Standing, at: Date): Outcome {
	const { evidence, weightReason } = weigh(report, before, at);
	const claim = claimOf(id, id, report, evidence, at);
	return {
		counted: true,
		evidence,
		weightReason,
		repeatOf: null,
		supersedes: null,
		changes: [changeOf(claim, report, 1)],
		standing: evidence ? withEvidence({ ...before, claim }, at) : { ...before, claim },
	};
}

/** The same symptom again: it keeps an incident alive and adds nothing to the evidence. */
function countRepeat(report: Statement, claim: Claim, before: Standing, at: Date): Outcome {
	return {
		counted: false,
		evidence: false,
		weightReason: "repeat",
		repeatOf: claim.reportId,
		supersedes: null,
		changes: [repeatChange({ ...report, ...report.cell }, at, 1)],
		standing: before,
	};
}

/** What a repeat at `at` (or taking it back) changes in the tallies. */
export function repeatChange(report: Cell, at: Date, by: 1 | -1): TallyChange {
	return { cell: cellOf(report, report), at: stepOf(at, TALLY_STEP_MS), counters: ["repeats"], by };
}

/** Another symptom: the person leaves the cell and step they were counted in and is counted here instead. */
function countMove(id: string, report: Statement, claim: Claim, before: Standing, at: Date): Outcome {
	const left = claim.evidenceAt === null ? before : { ...before, reporterEvidenceAt: null };
	const carriesOver = claim.evidenceAt !== null && isFailing(report.symptom);
	const { evidence, weightReason } = carriesOver ? { evidence: true, weightReason: null } : weigh(report, left, at);
	const moved = claimOf(claim.firstReportId, id, report, evidence, at);
	const after = { ...left, claim: moved };
	return {
		counted: true,
		evidence,
		weightReason,
		repeatOf: null,
		supersedes: claim.reportId,
		changes: [changeOf(claim, report, -1), changeOf(moved, report, 1)],
		standing: carriesOver ? { ...after, reporterEvidenceAt: at } : evidence ? withEvidence(after, at) : after,
	};
}

/** Does a failing report weigh as evidence? One per person and service in 6 h, two per network and service in 30 min. */
function weigh(report: Statement, before: Standing, at: Date): { evidence: boolean; weightReason: WeightReason | null } {
	if (!isFailing(report.symptom)) return { evidence: false, weightReason: null };
	if (isWithin(before.reporterEvidenceAt, at, COUNT_WINDOW_MS)) return { evidence: false, weightReason: "reporter" };
	if (isWithin(before.networkEvidenceBeforeAt, at, NETWORK_WINDOW_MS)) return { evidence: false, weightReason: "network" };
	return { evidence: true, weightReason: null };
}

function withEvidence(standing: Standing, at: Date): Standing {
	return { ...standing, reporterEvidenceAt: at, networkEvidenceAt: at, networkEvidenceBeforeAt: standing.networkEvidenceAt };
}

function claimOf(firstReportId: string, reportId: string, report: Statement, evidence: boolean, at: Date): Claim {
	const { symptom, cell } = report;
	return { firstReportId, reportId, countedAt: at, symptom, ...cell, evidenceAt: evidence ? at : null };
}

/** What counting a claim (`by` 1) or taking it back (-1) changes in the tallies. */
export function changeOf(claim: Claim, report: Pick<Report, "serviceId" | "channel">, by: 1 | -1): TallyChange {
	const { symptom, countedAt, evidenceAt } = claim;
	return {
		cell: cellOf(report, claim),
		at: stepOf(countedAt, TALLY_STEP_MS),
		counters: evidenceAt === null ? [symptom, "reporters"] : [symptom, "reporters", "evidence"],
		by,
	};
}

function cellOf(report: Pick<Report, "serviceId" | "channel">, where: { carrierId: number | null; regionId: number }): Cell {
	return { serviceId: report.serviceId, channel: report.channel, carrierId: where.carrierId, regionId: where.regionId };
}

function isWithin(earlier: Date | null, at: Date, windowMs: number): boolean {
	return earlier !== null && at.getTime() - earlier.getTime() < windowMs;
}
