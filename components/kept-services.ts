// One's own services, kept in this browser and nowhere else. What is let go stays in the list until the page is left, so
// that it can be taken back; a browser that refuses to keep anything is believed, and the list lasts as long as the page.

export const KEPT_KEY = "undelivered.services";
export const KEPT_MAX = 20;

export type KeptService = { slug: string; name: string };
export type KeptRow = KeptService & { isKept: boolean };
/** `isStored`: false where this browser refuses. */
export type Kept = { rows: readonly KeptRow[]; isStored: boolean };

/** `null` until the browser has been asked. */
const here: { kept: Kept | null } = { kept: null };
const listeners = new Set<() => void>();

export function isKept({ rows }: Kept, slug: string): boolean {
	return rows.some((row) => row.slug === slug && row.isKept);
}

/** False when as many are kept as may be. Keeping what is kept changes nothing. */
export function keepService({ slug, name }: KeptService): boolean {
	const { rows } = keptHere();
	if (isKept(keptHere(), slug)) return true;
	if (rows.filter((row) => row.isKept).length >= KEPT_MAX) return false;
	const isBack = rows.some((row) => row.slug === slug);
	save(isBack ? marked(rows, slug, true) : [...rows, { slug, name, isKept: true }]);
	return true;
}

export function letServiceGo(slug: string): void {
	save(marked(keptHere().rows, slug, false));
}

/** All of them, at once and for good. */
export function letAllGo(): void {
	try {
		localStorage.removeItem(KEPT_KEY);
	} catch {
		// A browser that refuses has kept nothing.
	}
	here.kept = read();
	for (const tell of listeners) tell();
}

function marked(rows: readonly KeptRow[], slug: string, isKept: boolean): readonly KeptRow[] {
	return rows.map((row) => (row.slug === slug ? { ...row, isKept } : row));
}

export function keptHere(): Kept {
	here.kept ??= read();
	return here.kept;
}

export function listenToKept(tell: () => void): () => void {
	listeners.add(tell);
	window.addEventListener("storage", hear);
	return () => {
		listeners.delete(tell);
		if (listeners.size === 0) window.removeEventListener("storage", hear);
	};
}

/** Another page of this browser has changed the list. */
function hear({ key }: StorageEvent): void {
	if (key !== KEPT_KEY && key !== null) return;
	here.kept = read();
	for (const tell of listeners) tell();
}

function read(): Kept {
	try {
		const rows = keptIn(localStorage.getItem(KEPT_KEY) ?? "[]");
		return { rows: rows.map((row) => ({ ...row, isKept: true })), isStored: true };
	} catch {
		return { rows: [], isStored: false };
	}
}

function save(rows: readonly KeptRow[]): void {
	here.kept = { rows, isStored: stored(rows.filter((row) => row.isKept).map(({ slug, name }) => ({ slug, name }))) };
	for (const tell of listeners) tell();
}

function stored(services: readonly KeptService[]): boolean {
	try {
		localStorage.setItem(KEPT_KEY, JSON.stringify(services));
		return true;
	} catch {
		return false;
	}
}

/** What anybody may have written there: of it, what is a service. Throws on what is no JSON. */
export function keptIn(text: string): readonly KeptService[] {
	const told: unknown = JSON.parse(text);
	return Array.isArray(told) ? told.filter(isService).slice(0, KEPT_MAX) : [];
}

function isService(told: unknown): told is KeptService {
	if (typeof told !== "object" || told === null || !("slug" in told) || !("name" in told)) return false;
	return typeof told.slug === "string" && /^[\w.-]{1,120}$/.test(told.slug) && typeof told.name === "string" && told.name.length <= 120;
}
