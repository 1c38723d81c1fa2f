// Three equal answers, the failing one first. Each opens the form with channel and symptom chosen: the third tap sends.
import type { Service } from "@/lib/catalog/catalog";
import type { Channel, Symptom } from "@/lib/report";

export function Ask({ service, channel }: { service: Service; channel: Channel | null }) {
	const form = (symptom: Symptom) => {
		const query = new URLSearchParams({ service: service.slug, ...(channel ? { channel } : {}), symptom });
		return `/report?${query}`;
	};
	return (
		<div className="grid gap-3 sm:grid-cols-[auto_minmax(0,30rem)] sm:items-center sm:gap-6">
			<p className="font-strong">Did your code from {service.name} come?</p>
			<div className="grid grid-cols-3 gap-2">
				<a href={form(channel === "key" ? "rejected" : "missing")} className="button button-main min-h-13 px-1.5 sm:min-h-11">
					No code
				</a>
				<a href={form(channel === "key" ? "rejected" : "late")} className="button min-h-13 px-1.5 sm:min-h-11">
					Late or refused
				</a>
				<a href={form("arrived")} className="button min-h-13 px-1.5 sm:min-h-11">
					It came
				</a>
			</div>
		</div>
	);
}
