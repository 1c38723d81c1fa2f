// Who decides that something is an incident? The watch, and beside it only the desk. It advances on a grid of ten
// seconds, eight seconds behind the database's clock so that nothing arrives late, and it is safe to run twice: what it
// writes is a compare-and-set, and one slice is covered by one incident.
//
// 1. Only the leader looks. 2. It takes in the reports of each grid step in order and asks the detector. 3. Each finding
// becomes one change with its sentence. 4. The tick is saved, which is what lets anybody say "calm".
import type { Catalog } from "./catalog/catalog";
import { namesOf } from "./catalog/names";
import type { Covering, Detector, Finding, Observation } from "./detect/first/detector";
import { type Memory, RECALL_MS } from "./detect/first/recall";
import { MEMORY_MS } from "./detect/first/rules";
import { REOPEN_WITHIN_MS, type Slice, sliceKeyOf, type Verdict } from "./incident";
import { confirmationText, endingText, openingText, reopeningText } from "./incident-text";
import { titleOf } from "./incident-title";
import type { Change, Opening } from "./store/incident-changes";
import type { IncidentRow } from "./store/incidents";
import { GRID_MS, MINUTE_MS, plus, SECOND_MS, stepOf } from "./time";

/** Behind the database's clock by more than the five seconds a flush may take (DETECTION: time and order). */
const BEHIND_MS = 8 * SECOND_MS;
/** Grounds are written again this often while an incident is open and its numbers move. */
const VERDICT_EVERY_MS = 5 * MINUTE_MS;

export type WatchParts = {
	catalog: Catalog;
	lead(): Promise<boolean>;
	clock(): Promise<Date>;
	findTick(): Promise<Date | null>;
	saveTick(at: Date): Promise<void>;
	listObservations(between: { after: Date; to: Date }): Promise<readonly Observation[]>;
	listCovering(): Promise<readonly Covering[]>;
	findIncident(id: string): Promise<IncidentRow | null>;
	findEnded(serviceId: number, sliceKey: string, since: Date): Promise<{ id: string; version: number } | null>;
	openIncident(opening: Opening): Promise<string | null>;
	changeIncident(change: Change): Promise<boolean>;
	saveVerdict(incident: string, at: Date, slice: Slice, verdict: Verdict): Promise<void>;
	/** Told which services' incidents changed. */
	changed(serviceIds: readonly number[]): void;
};

export type Watch = {
	/** Takes every grid step that is due; nothing when another process leads. */
	watchOnce(): Promise<void>;
};

/** `recall` is asked for a detector that remembers whenever this process starts to lead. */
export function makeWatch(parts: WatchParts, recall: (at: Date, memory: Memory) => Detector): Watch {
	let place: { detector: Detector; at: Date } | null = null;

	async function watchOnce(): Promise<void> {
		try {
			if (await parts.lead()) await advance();
			else place = null;
		} catch (error) {
			// A step broken off has already been remembered, and a lost lock may have been another's: begin anew from the tick.
			place = null;
			throw error;
		}
	}

	async function advance(): Promise<void> {
		const due = stepOf(plus(await parts.clock(), -BEHIND_MS), GRID_MS);
		place ??= await takeOver(due);
		while (place.at < due) {
			const next = plus(place.at, GRID_MS);
			await step(place.detector, place.at, next);
			place = { ...place, at: next };
		}
	}

	/** Where the last leader stopped, with the memory it had; a gap longer than any window is not worth walking. */
	async function takeOver(due: Date): Promise<{ detector: Detector; at: Date }> {
		const tick = await parts.findTick();
		const at = tick !== null && due.getTime() - tick.getTime() < MEMORY_MS ? stepOf(tick, GRID_MS) : plus(due, -GRID_MS);
		const [observations, covering] = await Promise.all([
			parts.listObservations({ after: plus(at, -RECALL_MS), to: at }),
			parts.listCovering(),
		]);
		return { detector: recall(at, { observations, covering }), at };
	}

	async function step(detector: Detector, after: Date, at: Date): Promise<void> {
		const [observations, covering] = await Promise.all([parts.listObservations({ after, to: at }), parts.listCovering()]);
		for (const finding of detector.step(at, observations, covering)) await act(finding, at);
		await parts.saveTick(at);
	}

	async function act(finding: Finding, at: Date): Promise<void> {
		if (finding.tag === "opened") return open(finding, at);
		const incident = await parts.findIncident(finding.incident);
		if (incident === null || incident.closedAt !== null) return;
		switch (finding.tag) {
			case "confirmed":
				return confirm(incident, finding.verdict, at);
			case "back":
				return close(incident, finding, at);
			case "read":
				return noteGrounds(incident, finding.verdict, at);
		}
	}

	async function open({ slice, startedAt, verdict }: Extract<Finding, { tag: "opened" }>, at: Date): Promise<void> {
		const service = parts.catalog.findService(slice.service?.[0] ?? "");
		if (!service) return;
		const title = titleOf(slice, namesOf(parts.catalog));
		const sliceKey = sliceKeyOf(slice);
		const ended = await parts.findEnded(service.id, sliceKey, plus(at, -REOPEN_WITHIN_MS));
		if (ended) {
			const set = { endedAt: null, closedAt: null };
			await change({ ...ended, at, state: "suspected", set, text: reopeningText(title, verdict, "undetermined"), verdict }, service.id);
			return;
		}
		const text = openingText(title, verdict, { startedAt, cause: "undetermined" });
		const opened = await parts.openIncident({
			serviceId: service.id,
			slice,
			sliceKey,
			cause: "undetermined",
			title,
			startedAt,
			at,
			verdict,
			text,
		});
		if (opened) parts.changed([service.id]);
	}

	async function confirm(incident: IncidentRow, verdict: Verdict, at: Date): Promise<void> {
		if (incident.state !== "suspected" || incident.campaign) return;
		const set = { confirmedAt: at, confirmedBy: "crowd" } as const;
		await change(
			{ id: incident.id, version: incident.version, at, state: "confirmed", set, text: confirmationText(verdict, "undetermined"), verdict },
			incident.serviceId,
		);
	}

	/** Back at its baseline: an open incident is resolved; one a moderator ended stops covering its slice, silently. */
	async function close(incident: IncidentRow, { endedAt, verdict }: Extract<Finding, { tag: "back" }>, at: Date): Promise<void> {
		const isOpen = incident.state === "suspected" || incident.state === "confirmed";
		const ended = endedAt < incident.startedAt ? incident.startedAt : endedAt;
		const told = isOpen
			? ({ state: "resolved", set: { endedAt: ended, closedAt: at }, text: endingText(incident.startedAt, ended, null), verdict } as const)
			: { state: incident.state, set: { closedAt: at }, text: "", verdict: null };
		await change({ id: incident.id, version: incident.version, at, ...told }, incident.serviceId);
	}

	async function noteGrounds(incident: IncidentRow, verdict: Verdict, at: Date): Promise<void> {
		const last = incident.verdicts.at(-1);
		const isDue = last !== undefined && at.getTime() - Date.parse(last.at) >= VERDICT_EVERY_MS;
		const isOpen = incident.state === "suspected" || incident.state === "confirmed";
		if (!isOpen || !isDue || last.observed === verdict.observed) return;
		await parts.saveVerdict(incident.id, at, incident.slice, verdict);
		if (incident.serviceId !== null) parts.changed([incident.serviceId]);
	}

	async function change(made: Omit<Change, "by" | "userId" | "audit">, serviceId: number | null): Promise<void> {
		const done = await parts.changeIncident({ ...made, by: "watch", userId: null, audit: null });
		if (done && serviceId !== null) parts.changed([serviceId]);
	}

	return { watchOnce };
}
