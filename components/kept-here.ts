// What is kept in this browser, and nowhere else. A browser that keeps nothing (private windows, a full disk) still has
// it as long as the page is open. Whatever is read was written by an older build of ours or by anybody: it is parsed.
import { useSyncExternalStore } from "react";

export type Keeping<Value> = {
	/** The same object as long as nothing changed; null when there is nothing, or nothing of ours. */
	read(): Value | null;
	keep(value: Value): void;
	/** False when what is kept lasts only as long as this page. */
	lasts(): boolean;
	forget(): void;
	/** Told of changes by this page and by other tabs. */
	subscribe(changed: () => void): () => void;
};

/** The names of everything that is kept begin with this. */
export const KEPT_PREFIX = "undelivered.";

export function makeKeeping<Value>(name: string, parse: (kept: unknown) => Value | null): Keeping<Value> {
	const key = KEPT_PREFIX + name;
	const listeners = new Set<() => void>();
	const memory: { text: string | null } = { text: null };
	const seen: { text: string | null; value: Value | null } = { text: null, value: null };

	function change(text: string | null): void {
		memory.text = store(key, text) ? null : text;
		for (const listener of listeners) listener();
	}

	return {
		read() {
			const text = memory.text ?? stored(key);
			if (text !== seen.text) Object.assign(seen, { text, value: text === null ? null : parse(jsonOf(text)) });
			return seen.value;
		},
		keep: (value) => change(JSON.stringify(value)),
		lasts: () => memory.text === null,
		forget: () => change(null),
		subscribe(changed) {
			const heard = (event: StorageEvent) => (event.key === key || event.key === null) && changed();
			listeners.add(changed);
			addEventListener("storage", heard);
			return () => {
				listeners.delete(changed);
				removeEventListener("storage", heard);
			};
		},
	};
}

/** What is kept, from hydration on; the server knows nothing of it. */
export function useKept<Value>(keeping: Keeping<Value>): Value | null {
	return useSyncExternalStore(keeping.subscribe, keeping.read, nothing);
}

const nothing = () => null;

function stored(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function store(key: string, text: string | null): boolean {
	try {
		if (text === null) localStorage.removeItem(key);
		else localStorage.setItem(key, text);
		return true;
	} catch {
		return false;
	}
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
