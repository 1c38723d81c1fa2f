// What we said, for how long, and why it was wrong: a retraction is told as plainly as an outage.
import type { Incident } from "@/lib/incident";
import { duration } from "@/lib/words";
import { shareText } from "./incident-words";
import { Moment } from "./moment";

export function Mistake({ incident }: { incident: Incident }) {
	const { title, openedAt, confirmedAt, dismissedAt, dismissedReason, verdictAtOpening } = incident;
	if (dismissedAt === null) return null;
	return (
		<div className="grid max-w-measure gap-3">
			<p>
				From <Moment at={openedAt} form="day-time" /> to <Moment at={dismissedAt} form="day-time" />, for{" "}
				{duration(Date.parse(dismissedAt) - Date.parse(openedAt))}, we told everybody that {inSentence(title)}{" "}
				{confirmedAt ? "were not arriving" : "may not be arriving"}. At first {shareText(verdictAtOpening)} people counted had said so. It
				was not true, and we took it back:
			</p>
			<blockquote className="border-s-2 border-ink ps-4">{dismissedReason}</blockquote>
			<p>It stays listed, here and in every export, because mistakes are part of the record.</p>
		</div>
	);
}

/** A title as it stands within a sentence: SMS keeps its capitals. */
function inSentence(title: string): string {
	return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
