// What may a page, the API, a badge or the widget read? Each reading is made at most once a second per process however
// many ask (single flight), comes back as a value with its time, and never throws: what could not be read is `unknown`.
import type { Category, Service } from "./catalog/catalog";
import type { Incident, IncidentState } from "./incident";
import type { Advice, ChannelStatus, Status, StatusState, Timeline } from "./status";

/** A service as the overview lists it. */
export type ServiceSummary = {
	slug: string;
	name: string;
	domain: string;
	category: Category;
	state: StatusState;
	since: string | null;
	/** People who reported it in the last 24 hours. */
	reporters: number;
	channels: readonly ChannelStatus[];
	offered: Service["channels"];
};

export type Overview = {
	/** False when the read failed: then every state is `unknown` and no count is shown. */
	known: boolean;
	/** Busiest first. */
	services: readonly ServiceSummary[];
	count: Record<StatusState, number>;
	/** Suspected and confirmed, by evidence. */
	open: readonly { incident: Incident; status: Status }[];
	/** Dismissed in the last 24 hours: mistakes stay visible. */
	retracted: readonly Incident[];
	asOf: string;
};

export type ServiceReading = {
	service: Service;
	status: Status;
	/** Open ones first, then the last 90 days; `null` when they could not be read. */
	incidents: readonly Incident[] | null;
	advice: readonly Advice[];
	/** The last 24 hours in steps of five minutes; `null` when it could not be read. */
	timeline: Timeline | null;
};

export type IncidentFilter = {
	state?: IncidentState | undefined;
	service?: string | undefined;
	carrier?: string | undefined;
	region?: string | undefined;
	from?: Date | undefined;
	to?: Date | undefined;
	cursor?: string | undefined;
};

/** `known: false`: the read failed. */
export type Reading<Value> = { known: true; value: Value } | { known: false };

export type IncidentPage = { incidents: readonly Incident[]; next: string | null; asOf: string };

export type TimelineQuery = {
	from?: Date | undefined;
	to?: Date | undefined;
	step?: Timeline["step"] | undefined;
	channel?: Timeline["slice"]["channel"] | undefined;
	carrier?: string | undefined;
	region?: string | undefined;
};

export type Readings = {
	overview(): Promise<Overview>;
	status(service: Service): Promise<Status>;
	service(service: Service): Promise<ServiceReading>;
	timeline(service: Service, query: TimelineQuery): Promise<Reading<Timeline>>;
	incidents(filter: IncidentFilter): Promise<Reading<IncidentPage>>;
	/** `value: null`: there is no such incident. */
	incident(id: string): Promise<Reading<Incident | null>>;
};
