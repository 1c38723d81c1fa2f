import { useSyncExternalStore } from "react";
import { type Kept, keptHere, listenToKept } from "./kept-services";

const NOTHING: Kept = { rows: [], isStored: true };

/** One's own services in this browser; none on the server and in the first client render. */
export function useKeptServices(): Kept {
	return useSyncExternalStore(listenToKept, keptHere, () => NOTHING);
}
