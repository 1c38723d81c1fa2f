// Ninety slots, one a day. Height says as much as colour.
import type { ListedIncident } from "@/lib/incident";
import { DAY_MS } from "@/lib/time";
import { momentWords } from "./clock-words";

const DAYS = 90;
const kinds = {
	failing: { look: "tone-failing h-full bg-tone", word: "failing" },
	possible: { look: "tone-possible h-[58%] bg-tone", word: "possible" },
	retracted: { look: "h-[58%] shadow-[inset_0_0_0_1px_var(--rule-strong)]", word: "retracted" },
	none: { look: "h-[26%] bg-rule", word: "without an incident" },
} as const;

/** UTC days. What a day was is its worst incident; a retraction is shown as one. */
export function Days({ incidents, until }: { incidents: readonly ListedIncident[]; until: string }) {
	const today = Math.floor(Date.parse(until) / DAY_MS);
	const days = Array.from({ length: DAYS }, (_, place) => kindOf(incidents, today - DAYS + 1 + place));
	const count = (kind: keyof typeof kinds) => days.filter((day) => day === kind).length;
	const label = (["failing", "possible", "retracted", "none"] as const)
		.filter((kind) => count(kind) > 0)
		.map((kind) => `${count(kind)} ${kinds[kind].word}`)
		.join(", ");
	const edge = (back: number) => momentWords(new Date((today - back) * DAY_MS).toISOString(), "day", "UTC");
	return (
		<div className="mb-6">
			<div role="img" aria-label={`The last ${DAYS} days: ${label}`} className="flex h-9 items-end gap-px sm:gap-[2px]">
				{days.map((kind, place) => (
					<i key={place} className={`min-w-px flex-1 rounded-[1px] ${kinds[kind].look}`} />
				))}
			</div>
			<p aria-hidden="true" className="mt-1 flex justify-between text-xs text-ink-3">
				<span>{edge(DAYS - 1)}</span>
				<span>{edge(DAYS / 2)}</span>
				<span>today</span>
			</p>
		</div>
	);
}

function kindOf(incidents: readonly ListedIncident[], day: number): keyof typeof kinds {
	const onDay = incidents.filter((incident) => {
		const end = incident.endedAt ?? incident.dismissedAt;
		return Date.parse(incident.startedAt) < (day + 1) * DAY_MS && (end === null || Date.parse(end) >= day * DAY_MS);
	});
	if (onDay.some((incident) => incident.state !== "dismissed" && incident.confirmedAt !== null)) return "failing";
	if (onDay.some((incident) => incident.state !== "dismissed")) return "possible";
	return onDay.length > 0 ? "retracted" : "none";
}
