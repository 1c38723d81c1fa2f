import { useEffect, useRef, useState } from "react";
import type { FlowReading } from "@/lib/flows";
import type { Incident, ListedIncident } from "@/lib/incident";
import type { Status, Timeline } from "@/lib/status";
import type { WaitReading } from "@/lib/waits";
import { chartMatterOf } from "./chart-matter";
import { receivedView, type SentView } from "./sent-view";
import type { ServiceView } from "./service-face";

/** What the words rest on is fetched again at most this often; the words themselves come with the event. */
const FETCH_MS_MIN = 5_000;
/** Everybody hears of a change at once: each waits a little of its own before asking for more. */
const SPREAD_MS = 2_000;

/** The view of a service, kept up by the live stream. Without scripts or stream it stays what the server rendered. */
export function useServiceLive(initial: SentView): ServiceView {
	const [view, setView] = useState(() => receivedView(initial));
	const { slug } = initial.service;
	const { source, isMoving, barMinutes, channel } = initial.section;
	const timeline = useAtMostEvery(FETCH_MS_MIN, async () => {
		if (!isMoving) return;
		const read: Timeline = await fetchJson(source);
		setView((now) => ({ ...now, section: { ...now.section, matter: chartMatterOf(read, { barMinutes }) } }));
	});
	const grounds = useAtMostEvery(FETCH_MS_MIN, async () => {
		const read: Grounds = await fetchJson(`/api/v1/services/${slug}`);
		setView((now) => ({
			...now,
			elsewhere: read.elsewhere,
			flows: read.flows,
			waits: channel === null ? read.waits : now.waits,
			incidents: read.incidents.reduce(withIncident, now.incidents),
		}));
	});
	const told = useRef(essenceOf(initial.status));
	useEffect(() => {
		const stream = new EventSource(`/api/v1/live?service=${encodeURIComponent(slug)}`);
		stream.addEventListener("status", (event: MessageEvent<string>) => {
			const status: Status = JSON.parse(event.data);
			setView((now) => ({ ...now, status }));
			if (essenceOf(status) !== told.current) grounds();
			told.current = essenceOf(status);
			timeline();
		});
		stream.addEventListener("incident", (event: MessageEvent<string>) => {
			const incident: Incident = JSON.parse(event.data);
			setView((now) => ({ ...now, incidents: withIncident(now.incidents, incident) }));
			timeline();
		});
		return () => stream.close();
	}, [slug, grounds, timeline]);
	return view;
}

type Grounds = {
	incidents: readonly ListedIncident[];
	elsewhere: readonly ListedIncident[];
	flows: FlowReading | null;
	waits: WaitReading | null;
};

/** What incidents hang on. */
function essenceOf({ state, worst, incidents }: Status): string {
	return [state, worst, ...incidents].join(" ");
}

/** The newest version of an incident stands where the older one stood; a new one comes first. */
export function withIncident(incidents: readonly ListedIncident[] | null, incident: ListedIncident): readonly ListedIncident[] {
	const known = incidents ?? [];
	return known.some(({ id }) => id === incident.id)
		? known.map((other) => (other.id === incident.id && other.version <= incident.version ? incident : other))
		: [incident, ...known];
}

/** A deed that may be asked for at any time and is done at most once per `ms`; the last asking is never forgotten. */
function useAtMostEvery(ms: number, deed: () => Promise<void>): () => void {
	const latest = useRef(deed);
	latest.current = deed;
	const [ask] = useState(() => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		let doneAt = Number.NEGATIVE_INFINITY;
		return () => {
			if (timer !== null) return;
			const wait = Math.max(0, doneAt + ms - performance.now()) + Math.random() * SPREAD_MS;
			timer = setTimeout(() => {
				timer = null;
				doneAt = performance.now();
				// A failed fetch keeps the last picture; its age goes on counting and the next event asks again.
				latest.current().catch(() => {});
			}, wait);
		};
	});
	return ask;
}

async function fetchJson<Answer>(path: string): Promise<Answer> {
	const answer = await fetch(path);
	if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
	return answer.json();
}
