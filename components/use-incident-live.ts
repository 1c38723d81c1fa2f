import { useEffect, useState } from "react";
import type { Incident } from "@/lib/incident";

/**
 * An incident, kept up by the live stream of a service it names, or of everything where it names none; an older version
 * never replaces a newer one. Frozen, it stays as it is.
 */
export function useIncidentLive(initial: Incident, { isFrozen }: { isFrozen: boolean }): Incident {
	const [incident, setIncident] = useState(initial);
	const { id, slice } = initial;
	const service = slice.service?.[0] ?? null;
	useEffect(() => {
		if (isFrozen) return;
		const stream = new EventSource(service === null ? "/api/v1/live" : `/api/v1/live?service=${encodeURIComponent(service)}`);
		stream.addEventListener("incident", (event: MessageEvent<string>) => {
			const told: Incident = JSON.parse(event.data);
			if (told.id === id) setIncident((now) => (now.version <= told.version ? told : now));
		});
		return () => stream.close();
	}, [id, service, isFrozen]);
	return incident;
}
