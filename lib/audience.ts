// Who is looking, and at what? Every open stream of this process by its service, so that a frame goes to those it is for
// without asking the others. A frame is bytes made once. Who cannot keep up is dropped, and comes back.
import type { Service } from "./catalog/catalog";
import { SECOND_MS } from "./time";

/** Where frames go: one open stream. */
export type Listener = {
	/** `null`: everything. */
	service: Service | null;
	/** False when the stream cannot keep up: it is dropped. */
	write(frame: Uint8Array): boolean;
	close(): void;
};

export type Audience = {
	/** Lets a stream in and tells it when to come back, should it be lost. */
	join(listener: Listener): void;
	/** Twice is the same as once. */
	leave(listener: Listener): void;
	has(listener: Listener): boolean;
	/** Does anybody look at this service alone, or, with `null`, at everything? */
	looksAt(serviceId: number | null): boolean;
	/** Tells those who look at this service, and those who look at everything; with `null` only these. */
	tell(serviceId: number | null, frame: Uint8Array): void;
	/** Tells one. */
	write(listener: Listener, frame: Uint8Array): void;
	readonly size: number;
	/** Closes every stream. */
	close(): void;
};

/** Every stream hears so often that it is still open, each in its own second: a beat for all at once would hold up frames. */
const HEARTBEAT_SECONDS = 15;
const HEARTBEAT = Buffer.from(": still here\n\n");
/** When a lost stream may come back, ms: not all of a process's in the same moment. */
const RETRY_MIN_MS = 2_000;
const RETRY_STEP_MS = 200;
const RETRIES = Array.from({ length: HEARTBEAT_SECONDS }, (_, seat) => Buffer.from(`retry: ${RETRY_MIN_MS + seat * RETRY_STEP_MS}\n\n`));

export function makeAudience(): Audience {
	/** Each stream's seat: the second of fifteen in which it hears the heartbeat. */
	const seats = new Map<Listener, number>();
	const looking = new Map<number | null, Set<Listener>>();
	let joined = 0;
	let beat = 0;

	const heartbeat = setInterval(() => {
		beat = (beat + 1) % HEARTBEAT_SECONDS;
		for (const [listener, seat] of seats) if (seat === beat) write(listener, HEARTBEAT);
	}, SECOND_MS);

	function join(listener: Listener): void {
		const seat = joined++ % HEARTBEAT_SECONDS;
		seats.set(listener, seat);
		const group = looking.get(listener.service?.id ?? null);
		if (group) group.add(listener);
		else looking.set(listener.service?.id ?? null, new Set([listener]));
		const retry = RETRIES[seat];
		if (retry) write(listener, retry);
	}

	function leave(listener: Listener): void {
		if (!seats.delete(listener)) return;
		const group = looking.get(listener.service?.id ?? null);
		group?.delete(listener);
		if (group?.size === 0) looking.delete(listener.service?.id ?? null);
	}

	function tell(serviceId: number | null, frame: Uint8Array): void {
		for (const id of new Set([serviceId, null])) for (const listener of looking.get(id) ?? []) write(listener, frame);
	}

	function write(listener: Listener, frame: Uint8Array): void {
		if (listener.write(frame)) return;
		leave(listener);
		listener.close();
	}

	return {
		join,
		leave,
		has: (listener) => seats.has(listener),
		looksAt: (serviceId) => looking.has(serviceId),
		tell,
		write,
		get size() {
			return seats.size;
		},
		close() {
			clearInterval(heartbeat);
			for (const listener of seats.keys()) listener.close();
			seats.clear();
			looking.clear();
		},
	};
}
