// Three equal answers, the failing one first. Each opens the form with channel and symptom chosen: the third tap sends.
// Whoever reported this service a while ago is asked how it ended instead.
import type { Service } from "@/lib/catalog/catalog";
import type { Channel, Symptom } from "@/lib/report";
import { LastReportBar } from "./last-report-bar";
import { useLink } from "./linking";
import { useSpeech } from "./speech";

type AskProps = { service: Service; channel: Channel | null };

export function Ask({ service, channel }: AskProps) {
	return (
		<LastReportBar service={service.slug}>
			<Question service={service} channel={channel} />
		</LastReportBar>
	);
}

function Question({ service, channel }: AskProps) {
	const { ask } = useSpeech().phrases;
	const link = useLink();
	const form = (symptom: Symptom) => {
		const query = new URLSearchParams({ service: service.slug, ...(channel ? { channel } : {}), symptom });
		return link(`/report?${query}`);
	};
	return (
		<div className="grid gap-3 sm:grid-cols-[auto_minmax(0,30rem)] sm:items-center sm:gap-6">
			<p className="font-strong">{ask.question(service.name)}</p>
			<div className="grid grid-cols-3 gap-2">
				<a href={form(channel === "key" ? "rejected" : "missing")} className="button button-main min-h-13 px-1.5 sm:min-h-11">
					{ask.none}
				</a>
				<a href={form(channel === "key" ? "rejected" : "late")} className="button min-h-13 px-1.5 sm:min-h-11">
					{ask.late}
				</a>
				<a href={form("arrived")} className="button min-h-13 px-1.5 sm:min-h-11">
					{ask.came}
				</a>
			</div>
		</div>
	);
}
