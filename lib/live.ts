// What changed, and who is told? Every process and every open page, once, serialised once. A change marks its services;
// at most four times a second the news goes out to the other processes, and at most once a second a service that somebody
// looks at (lib/audience.ts) is read again and its frame written to all who listen.
import { type Listener, makeAudience } from "./audience";
import type { Catalog, Service } from "./catalog/catalog";
import type { Incident, Slice } from "./incident";
import type { Readings } from "./reading";
import type { Status } from "./status";
import { SECOND_MS } from "./time";

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
/** Frames kept for those who come back with a `Last-Event-ID`. */
const FRAMES_KEPT_MAX = 256;

/** `serviceId`: `null` where it is of none. */
type Frame = { id: number; serviceId: number | null; bytes: Buffer };
/** What a service's listeners were told last, so that nothing is said twice. */
type Told = { status: string; incidents: ReadonlyMap<string, string> };

export function makeLive(parts: LiveParts): Live {
	const audience = makeAudience();
	/** Those of them who have not been told a status yet. */
	const ungreeted = new Set<Listener>();
	const frames: Frame[] = [];
	const told = new Map<string, Told>();
	/** Of incidents of no service; `null` before the first look. */
	let toldOfNone: ReadonlyMap<string, string> | null = null;
	const news = new Set<number>();
	/** What will be read again, a service or `NO_SERVICE`, and the timers that wait for it. */
	const due = new Set<number>();
	const timers = new Set<NodeJS.Timeout>();
	let isClosed = false;
	let newsTimer: NodeJS.Timeout | null = null;
	let lastId = parts.epoch;

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
		for (const service of watchedServices(serviceIds)) {
			void schedule(service.id, { readIn: () => parts.readings.newsIn(service), deed: () => tell(service) });
		}
		if (audience.looksAt(null) && (serviceIds === null || serviceIds.includes(NO_SERVICE)))
			void schedule(NO_SERVICE, { readIn: parts.readings.newsOfNoServiceIn, deed: tellOfNone });
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
		const all = audience.looksAt(null);
		return changed.filter(({ id, slug }) => audience.looksAt(id) || (all && (serviceIds !== null || told.has(slug))));
	}

	/** Once for however many changes until then: what is read later has seen them all. */
	async function schedule(id: number, { readIn, deed }: { readIn(): Promise<number>; deed(): Promise<unknown> }): Promise<void> {
		if (due.has(id)) return;
		due.add(id);
		const ms = await readIn();
		if (isClosed) return;
		const timer = setTimeout(() => {
			timers.delete(timer);
			due.delete(id);
			deed().catch(parts.failed);
		}, ms);
		timers.add(timer);
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
		const frame = { id: ++lastId, serviceId: service?.id ?? null, bytes: frameOf(lastId, event, body) };
		frames.push(frame);
		if (frames.length > FRAMES_KEPT_MAX) frames.shift();
		audience.tell(frame.serviceId, frame.bytes);
		if (event === "status") for (const listener of ungreeted) if (isFor(listener, frame)) ungreeted.delete(listener);
	}

	function listen(listener: Listener, lastEventId: number | null): { close(): void } {
		audience.join(listener);
		const [oldest] = frames;
		const isKept = lastEventId !== null && oldest !== undefined && lastEventId >= oldest.id - 1 && lastEventId <= lastId;
		if (isKept) for (const frame of frames) if (frame.id > lastEventId && isFor(listener, frame)) audience.write(listener, frame.bytes);
		if (!isKept && listener.service !== null && audience.has(listener)) greet(listener, listener.service).catch(parts.failed);
		return { close: () => leave(listener) };
	}

	function leave(listener: Listener): void {
		ungreeted.delete(listener);
		audience.leave(listener);
	}

	/** The status as it is, to a stream that has just opened, unless a change told it meanwhile; what changes next is news. */
	async function greet(listener: Listener, service: Service): Promise<void> {
		ungreeted.add(listener);
		const status = await tell(service);
		if (ungreeted.delete(listener) && audience.has(listener)) audience.write(listener, frameOf(lastId, "status", status));
	}

	return {
		publish,
		hear,
		listen,
		get listening() {
			return audience.size;
		},
		close() {
			isClosed = true;
			clearInterval(poll);
			if (newsTimer) clearTimeout(newsTimer);
			for (const timer of timers) clearTimeout(timer);
			audience.close();
			ungreeted.clear();
		},
	};
}

/** What has been said once this news is out; while nothing can be read, the incidents said before still stand. */
function toldBy({ status, incidents }: Awaited<ReturnType<Readings["news"]>>, before: Told | undefined): Told {
	const seen = new Map(incidents.map((incident) => [incident.id, incidentEssence(incident)]));
	return { status: essenceOf(status), incidents: status.state === "unknown" ? (before?.incidents ?? new Map()) : seen };
}

function isFor(listener: Listener, { serviceId }: Frame): boolean {
	return listener.service === null || listener.service.id === serviceId;
}

function frameOf(id: number, event: "status" | "incident", body: Status | Incident): Buffer {
	return Buffer.from(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(body)}\n\n`);
}

/** A status without its age: two readings of the same facts are the same. */
function essenceOf({ asOf: _asOf, ageSeconds: _age, lastGood: _lastGood, ...status }: Status): string {
	return JSON.stringify(status.state === "unknown" ? { ...status, facts: "" } : status);
}

function incidentEssence(incident: Incident): string {
	return `${incident.version} ${incident.updates.length} ${incident.verdict.observed}`;
}
