import { useSyncExternalStore } from "react";

const nothingChanges = () => () => {};

/** False on the server and in the first client render, so that both agree; then true. */
export function useHydrated(): boolean {
	return useSyncExternalStore(
		nothingChanges,
		() => true,
		() => false,
	);
}
