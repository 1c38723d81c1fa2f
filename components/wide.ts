import { useSyncExternalStore } from "react";

/** The same edge as --breakpoint-wide. */
const WIDE = "(min-width: 60rem)";

function watch(tell: () => void): () => void {
	const query = window.matchMedia(WIDE);
	query.addEventListener("change", tell);
	return () => query.removeEventListener("change", tell);
}

/** Whether there is room for the wide drawing; the server does not know and says no. */
export function useIsWide(): boolean {
	return useSyncExternalStore(
		watch,
		() => window.matchMedia(WIDE).matches,
		() => false,
	);
}
