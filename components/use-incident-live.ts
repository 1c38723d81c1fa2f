import { useEffect, useState } from "react";
import type { Incident } from "@/lib/incident";

/** An incident, kept up by its service's live stream; an older version never replaces a newer one. */
export function useIncidentLive(initial: Incident): Incident {
	const [incident, setIncident] = useState(initial);
	const { id, service } = initial;
	useEffect(() => {
		if (service === null) return;
		const stream = new EventSource(`/api/v1/live?service=${encodeURIComponent(service)}`);
		stream.addEventListener("incident", (event: MessageEvent<string>) => {
			const told: Incident = JSON.parse(event.data);
			if (told.id === id) setIncident((now) => (now.version <= told.version ? told : now));
		});
		return () => stream.close();
	}, [id, service]);
	return incident;
}
