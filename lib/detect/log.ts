// What was reported within the detector's memory, in order of time: everything beside the counters of the scan is read
// off it, so that a detector started anew from the same reports knows the same.
import { type Channel, isFailing, type Symptom } from "../report";
import { lies } from "./naming";
import { MEMORY_MS } from "./rules";
import type { Area, Names, Place } from "./space";

/** What the detector reads of a report. */
export type Observation = {
	id: string;
	at: Date;
	service: string;
	/** Country and network: finer ones are folded before. */
	region: string;
	carrier: string | null;
	channel: Channel;
	symptom: Symptom;
	/** Opaque; only told apart. */
	network: string;
	/** False for a repeat: it keeps an incident alive and counts for nothing else. */
	counted: boolean;
	/** One of the failing reports left after thinning. */
	evidence: boolean;
	supersedes: string | null;
};

export type Entry = {
	id: string;
	at: number;
	place: Place;
	network: string;
	isEvidence: boolean;
	isFailing: boolean;
	/** Says that it goes on: evidence, or a repeat of a failure. */
	goesOn: boolean;
	isArrived: boolean;
	/** The incident that holds it, which keeps it out of the scan; `null`: none. */
	holder: string | null;
};

export type Log = {
	add(entry: Entry): void;
	/** Takes a superseded report out; `null` when it is not remembered. */
	take(id: string): Entry | null;
	/** Lets go what is older than any rule looks back. */
	forget(at: number): void;
	/** Entries with `from` < at ≤ `to`, oldest first. */
	between(from: number, to: number): readonly Entry[];
	all(): readonly Entry[];
};

export function makeLog(): Log {
	const kept: { entries: Entry[]; head: number } = { entries: [], head: 0 };
	const byId = new Map<string, Entry>();

	function firstAfter(at: number): number {
		let low = kept.head;
		let high = kept.entries.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((kept.entries[middle]?.at ?? 0) <= at) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	function between(from: number, to: number): readonly Entry[] {
		return kept.entries.slice(firstAfter(from), firstAfter(to));
	}

	return {
		add(entry) {
			kept.entries.push(entry);
			byId.set(entry.id, entry);
		},
		take(id) {
			const entry = byId.get(id);
			if (!entry) return null;
			byId.delete(id);
			kept.entries.splice(kept.entries.indexOf(entry, firstAfter(entry.at - 1)), 1);
			return entry;
		},
		forget(at) {
			const head = firstAfter(at - MEMORY_MS);
			for (const entry of kept.entries.slice(kept.head, head)) byId.delete(entry.id);
			kept.head = head;
			if (head < 4_096 || head * 2 < kept.entries.length) return;
			kept.entries.splice(0, head);
			kept.head = 0;
		},
		between,
		all: () => between(0, Number.POSITIVE_INFINITY),
	};
}

export function entryOf(one: Observation, names: Names): Entry {
	const channel = names.channel(one.channel);
	const failing = isFailing(one.symptom);
	return {
		id: one.id,
		at: one.at.getTime(),
		place: { service: names.service(one.service), region: names.region(one.region), carrier: names.carrier(one.carrier, channel), channel },
		network: one.network,
		isEvidence: one.evidence,
		isFailing: failing,
		goesOn: failing && (one.evidence || !one.counted),
		isArrived: one.counted && !failing,
		holder: null,
	};
}

export function countIn(entries: readonly Entry[], area: Area, is: (entry: Entry) => boolean): number {
	return entries.reduce((count, entry) => (is(entry) && lies(entry.place, area) ? count + 1 : count), 0);
}
