// Who is looking, and what changed? Tells every process and every open page, once, serialised once. A change marks its
// services; at most four times a second the news goes out to the other processes, and at most once a second a service
// that somebody looks at is read again and its frame written to all who listen. Slow listeners are dropped and come back.
import type { Catalog, Service } from "./catalog/catalog";
import type { Incident, Slice } from "./incident";
import type { Readings } from "./reading";
import type { Status } from "./status";
import { SECOND_MS } from "./time";

/** Where frames go: one open stream. */
export type Listener = {
	/** `null`: everything. */
	service: Service | null;
	/** False when the stream cannot keep up: it is dropped. */
	write(frame: string): boolean;
	close(): void;
};

export type Live = {
	/** Says that what the public is told of these services, or of `NO_SERVICE`, may have changed; carried to every process. */
	publish(serviceIds: readonly number[]): void;
	/** News from another process; `null` ids: anything may have changed. */
	hear(serviceIds: readonly number[] | null): void;
	/** Opens a stream; the first frame is the status as it is, or what was missed since `lastEventId`. */
	listen(listener: Listener, lastEventId: number | null): { close(): void };
	readonly listening: number;
	close(): void;
};

export type LiveParts = {
	catalog: Catalog;
	readings: Pick<Readings, "news" | "newsIn" | "newsOfNoService" | "newsOfNoServiceIn">;
	notify(serviceIds: readonly number[]): Promise<void>;
	failed(error: unknown): void;
	/** Milliseconds since the epoch, to number frames so that another process's numbers are never newer than they seem. */
	epoch: number;
};

/** Stands among service ids for incidents of no service in particular: those who listen to everything hear of them. */
export const NO_SERVICE = 0;

/** Whose news it is that an incident of this slice changed: its services', or nobody's in particular. */
export function concernedBy({ service }: Slice, catalog: Pick<Catalog, "findService">): readonly number[] {
	if (service === null) return [NO_SERVICE];
	return service.flatMap((slug) => catalog.findService(slug)?.id ?? []);
}

/** News goes to other processes at most four times a second. */
const NEWS_MS = 250;
/** The safety net when no news came: also what tells pages that the watch stands still. */
const POLL_MS = 5 * SECOND_MS;
const HEARTBEAT_MS = 15 * SECOND_MS;
/** Frames kept for those who come back with a `Last-Event-ID`. */
const FRAMES_KEPT_MAX = 256;

/** `service`: a slug, or `null` where it is of none. */
type Frame = { id: number; service: string | null; text: string };
/** What a service's listeners were told last, so that nothing is said twice. */
type Told = { status: string; incidents: ReadonlyMap<string, string> };

export function makeLive(parts: LiveParts): Live {
	const listeners = new Set<Listener>();
	/** Those of them who have not been told a status yet. */
	const ungreeted = new Set<Listener>();
	/** How many look at each service, and at everything (`null`): asked at every report, so it is not counted anew. */
	const looking = new Map<number | null, number>();
	const frames: Frame[] = [];
	const told = new Map<string, Told>();
	/** Of incidents of no service; `null` before the first look. */
	let toldOfNone: ReadonlyMap<string, string> | null = null;
	let noneTimer: NodeJS.Timeout | null = null;
	const news = new Set<number>();
	const due = new Map<number, NodeJS.Timeout>();
	let newsTimer: NodeJS.Timeout | null = null;
	let lastId = parts.epoch;

	const heartbeat = setInterval(() => {
		for (const listener of listeners) write(listener, ": still here\n\n");
	}, HEARTBEAT_MS);
	const poll = setInterval(() => hear(null), POLL_MS);

	function publish(serviceIds: readonly number[]): void {
		for (const id of serviceIds) news.add(id);
		hear(serviceIds);
		newsTimer ??= setTimeout(sendNews, NEWS_MS);
	}

	function sendNews(): void {
		newsTimer = null;
		const ids = [...news];
		news.clear();
		if (ids.length > 0) parts.notify(ids).catch(parts.failed);
	}

	function hear(serviceIds: readonly number[] | null): void {
		for (const service of watchedServices(serviceIds)) schedule(service);
		if (looking.has(null) && (serviceIds === null || serviceIds.includes(NO_SERVICE))) scheduleOfNone();
	}

	function scheduleOfNone(): void {
		noneTimer ??= setTimeout(() => {
			noneTimer = null;
			tellOfNone().catch(parts.failed);
		}, parts.readings.newsOfNoServiceIn());
	}

	/** What changed of incidents of no service since they were looked at last: a first look tells nothing. */
	async function tellOfNone(): Promise<void> {
		const incidents = await parts.readings.newsOfNoService();
		const before = toldOfNone;
		toldOfNone = new Map(incidents.map((incident) => [incident.id, incidentEssence(incident)]));
		for (const incident of incidents) {
			if (before && before.get(incident.id) !== toldOfNone.get(incident.id)) send("incident", null, incident);
		}
	}

	/** The services that changed and that somebody looks at. */
	function watchedServices(serviceIds: readonly number[] | null): readonly Service[] {
		const changed = serviceIds === null ? parts.catalog.services : serviceIds.flatMap((id) => parts.catalog.serviceOfId(id) ?? []);
		const all = looking.has(null);
		return changed.filter(({ id, slug }) => looking.has(id) || (all && (serviceIds !== null || told.has(slug))));
	}

	function schedule(service: Service): void {
		if (due.has(service.id)) return;
		due.set(
			service.id,
			setTimeout(() => {
				due.delete(service.id);
				tell(service).catch(parts.failed);
			}, parts.readings.newsIn(service)),
		);
	}

	/** Reads a service again, tells what changed since it was told last, and gives back its status. */
	async function tell(service: Service): Promise<Status> {
		const news = await parts.readings.news(service);
		const before = told.get(service.slug);
		const after = toldBy(news, before);
		told.set(service.slug, after);
		if (before?.status !== after.status) send("status", service, news.status);
		for (const incident of news.incidents) {
			if (before && before.incidents.get(incident.id) !== after.incidents.get(incident.id)) send("incident", service, incident);
		}
		return news.status;
	}

	function send(event: "status" | "incident", service: Service | null, body: Status | Incident): void {
		const frame = { id: ++lastId, service: service?.slug ?? null, text: frameOf(lastId, event, body) };
		frames.push(frame);
		if (frames.length > FRAMES_KEPT_MAX) frames.shift();
		for (const listener of listeners) if (isFor(listener, frame.service)) write(listener, frame.text);
		if (event === "status") for (const listener of ungreeted) if (isFor(listener, frame.service)) ungreeted.delete(listener);
	}

	function write(listener: Listener, text: string): void {
		if (listener.write(text)) return;
		leave(listener);
		listener.close();
	}

	function leave(listener: Listener): void {
		ungreeted.delete(listener);
		if (listeners.delete(listener)) look(listener, -1);
	}

	function look({ service }: Listener, by: 1 | -1): void {
		const count = (looking.get(service?.id ?? null) ?? 0) + by;
		if (count > 0) looking.set(service?.id ?? null, count);
		else looking.delete(service?.id ?? null);
	}

	function listen(listener: Listener, lastEventId: number | null): { close(): void } {
		listeners.add(listener);
		look(listener, 1);
		write(listener, "retry: 3000\n\n");
		const [oldest] = frames;
		const isKept = lastEventId !== null && oldest !== undefined && lastEventId >= oldest.id - 1 && lastEventId <= lastId;
		if (isKept) for (const frame of frames) if (frame.id > lastEventId && isFor(listener, frame.service)) write(listener, frame.text);
		if (!isKept && listener.service !== null && listeners.has(listener)) greet(listener, listener.service).catch(parts.failed);
		return { close: () => leave(listener) };
	}

	/** The status as it is, to a stream that has just opened, unless a change told it meanwhile; what changes next is news. */
	async function greet(listener: Listener, service: Service): Promise<void> {
		ungreeted.add(listener);
		const status = await tell(service);
		if (ungreeted.delete(listener)) write(listener, frameOf(lastId, "status", status));
	}

	return {
		publish,
		hear,
		listen,
		get listening() {
			return listeners.size;
		},
		close() {
			clearInterval(heartbeat);
			clearInterval(poll);
			if (newsTimer) clearTimeout(newsTimer);
			if (noneTimer) clearTimeout(noneTimer);
			for (const timer of due.values()) clearTimeout(timer);
			for (const listener of listeners) listener.close();
			listeners.clear();
			looking.clear();
			ungreeted.clear();
		},
	};
}

/** What has been said once this news is out; while nothing can be read, the incidents said before still stand. */
function toldBy({ status, incidents }: Awaited<ReturnType<Readings["news"]>>, before: Told | undefined): Told {
	const seen = new Map(incidents.map((incident) => [incident.id, incidentEssence(incident)]));
	return { status: essenceOf(status), incidents: status.state === "unknown" ? (before?.incidents ?? new Map()) : seen };
}

function isFor(listener: Listener, slug: string | null): boolean {
	return listener.service === null || listener.service.slug === slug;
}

function frameOf(id: number, event: "status" | "incident", body: Status | Incident): string {
	return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(body)}\n\n`;
}

/** A status without its age: two readings of the same facts are the same. */
function essenceOf({ asOf: _asOf, ageSeconds: _age, lastGood: _lastGood, ...status }: Status): string {
	return JSON.stringify(status.state === "unknown" ? { ...status, facts: "" } : status);
}

function incidentEssence(incident: Incident): string {
	return `${incident.version} ${incident.updates.length} ${incident.verdict.observed}`;
}
