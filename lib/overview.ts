// What does the overview tell? Every service with its state, the busiest first; what is open, by evidence; and what was
// retracted today, because mistakes stay visible. Pure: facts in, one shape out.
import type { Category, Service } from "./catalog/catalog";
import type { Expectation } from "./expectation";
import { concerns, type Incident, isOpen } from "./incident";
import type { DisplayNames } from "./incident-title";
import type { Channel } from "./report";
import { type ChannelStatus, type Rest, type Status, type StatusFacts, type StatusState, statusOf, unknownStatus } from "./status";
import type { IncidentRow } from "./store/incidents";

/** A service as the overview lists it. */
export type ServiceSummary = {
	slug: string;
	name: string;
	domain: string;
	category: Category;
	state: StatusState;
	restsOn: Rest;
	since: string | null;
	/** People who reported it in the last 24 hours. */
	reporters: number;
	/** The same by channel, of the channels somebody spoke of: totals, wherever anybody is. */
	reportersBy: Partial<Record<Channel, number>>;
	channels: readonly ChannelStatus[];
	/** Rests on reports that were played in. */
	demo: boolean;
	offered: Service["channels"];
};

export type Overview = {
	/** False when the read failed: then every state is `unknown` and no count is shown. */
	known: boolean;
	/** Busiest first. */
	services: readonly ServiceSummary[];
	count: Record<StatusState, number>;
	/** Suspected and confirmed, by evidence (`openOf`); without a status where it is not about one service. */
	open: readonly { incident: Incident; status: Status | null }[];
	/** Dismissed in the last 24 hours: mistakes stay visible. */
	retracted: readonly Incident[];
	/** Ended in the last 24 hours, the latest first. */
	over: readonly Incident[];
	asOf: string;
	/** Only when not `known`: the time of the last good reading, where this process had one. */
	lastGoodAt: string | null;
};

/** Everything the overview is computed from, read at `readAt`. */
export type OverviewFacts = {
	services: readonly Service[];
	counts: readonly (StatusFacts["channels"][number] & { serviceId: number; lastStepAt: Date })[];
	incidents: readonly IncidentRow[];
	tickAt: Date | null;
	readAt: Date;
	expectation: Expectation;
	names: DisplayNames;
	/** The services some of whose reports were played in. */
	demo: ReadonlySet<number>;
};

type Told = { service: Service; status: Status } & Pick<ServiceSummary, "reporters" | "reportersBy">;

export function overviewOf(facts: OverviewFacts, present: (row: IncidentRow) => Incident, now: Date): Overview {
	const told = facts.services.map((service) => toldOf(service, facts, now));
	return {
		known: told.every(({ status }) => status.state !== "unknown"),
		services: told.map(summaryOf).sort(busiestFirst),
		count: countOf(told.map(({ status }) => status.state)),
		open: openOf(facts.incidents.filter(isOpen).map(present), told),
		retracted: facts.incidents.filter((row) => row.state === "dismissed").map(present),
		over: overOf(facts.incidents).map(present),
		asOf: facts.readAt.toISOString(),
		lastGoodAt: null,
	};
}

/** The overview when nothing could be read: every state is `unknown` and no count is shown. */
export function unknownOverview(services: readonly Service[], now: Date): Overview {
	const told = services.map((service) => ({ service, status: unknownStatus(service, now, null), reporters: 0, reportersBy: {} }));
	const count = countOf(told.map(({ status }) => status.state));
	const nothing = { open: [], retracted: [], over: [], lastGoodAt: null };
	return { known: false, services: told.map(summaryOf).sort(busiestFirst), count, ...nothing, asOf: now.toISOString() };
}

function toldOf(service: Service, facts: OverviewFacts, now: Date): Told {
	const { counts, incidents, tickAt, readAt, expectation, names, demo } = facts;
	const channels = counts.filter((count) => count.serviceId === service.id);
	const own = incidents.filter((row) => row.serviceId === service.id || concerns(row.slice, service));
	const last = Math.max(...channels.map((count) => count.lastStepAt.getTime()));
	const lastReportAt = Number.isFinite(last) ? new Date(last) : null;
	const status = statusOf(
		{ service, channels, incidents: own, lastReportAt, tickAt, readAt, expectation, names, demo: demo.has(service.id) },
		now,
	);
	const reportersBy = Object.fromEntries(channels.map(({ channel, dayReporters }) => [channel, dayReporters]));
	return { service, status, reporters: channels.reduce((sum, count) => sum + count.dayReporters, 0), reportersBy };
}

/** By evidence and not by fame: by how far the reports lie beyond what is usual there, and of two alike by which began first. */
function openOf(incidents: readonly Incident[], told: readonly Told[]): Overview["open"] {
	const statuses = new Map(told.map(({ status }) => [status.service, status]));
	return [...incidents]
		.sort((a, b) => b.verdict.score - a.verdict.score || Date.parse(a.startedAt) - Date.parse(b.startedAt))
		.map((incident) => ({ incident, status: statuses.get(incident.service ?? "") ?? null }));
}

function overOf(rows: readonly IncidentRow[]): readonly IncidentRow[] {
	const endOf = ({ endedAt }: IncidentRow) => endedAt?.getTime() ?? 0;
	return rows.filter((row) => row.state === "resolved").sort((one, other) => endOf(other) - endOf(one));
}

function summaryOf({ service, status, reporters, reportersBy }: Told): ServiceSummary {
	const { slug, name, domain, category, channels: offered } = service;
	return {
		slug,
		name,
		domain,
		category,
		offered,
		state: status.state,
		restsOn: status.restsOn,
		since: status.since,
		channels: status.channels,
		demo: status.demo,
		reporters,
		reportersBy,
	};
}

export function busiestFirst(a: ServiceSummary, b: ServiceSummary): number {
	return b.reporters - a.reporters || a.name.localeCompare(b.name, "en");
}

export function countOf(states: readonly StatusState[]): Record<StatusState, number> {
	const count = { calm: 0, raised: 0, failing: 0, unknown: 0 };
	for (const state of states) count[state]++;
	return count;
}
