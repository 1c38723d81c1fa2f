// What happened, newest first, under the numbers the chart shows; hollow is what the service itself said.
import type { Update } from "@/lib/incident";
import { Moment } from "./moment";
import { StateWord } from "./shape";
import { lookOfIncident } from "./tone";
import { authorWords } from "./words";

export function Happenings({ updates }: { updates: readonly Update[] }) {
	if (updates.length === 0) return <p className="text-ink-2">Nothing has been written about it yet.</p>;
	return (
		<ol className="grid">
			{updates.toReversed().map((update, place) => (
				<Happening key={update.id} update={update} number={updates.length - place} />
			))}
		</ol>
	);
}

function Happening({ update, number }: { update: Update; number: number }) {
	const isVendor = update.by === "vendor";
	return (
		<li className="relative grid grid-cols-[1.7rem_1fr] gap-x-3 pb-6 last:pb-0 not-last:before:absolute not-last:before:inset-y-6 not-last:before:bottom-0.5 not-last:before:start-[0.62rem] not-last:before:w-[1.5px] not-last:before:bg-rule">
			<span className={`flag mt-0.5 ${isVendor ? "flag-hollow" : ""}`}>{number}</span>
			<div>
				<p className="flex flex-wrap items-baseline gap-x-3 text-s">
					<Moment at={update.at} form="day-time" className="font-strong" />
					<StateWord look={lookOfIncident(update.state)} />
					<span className="text-xs text-ink-3">{authorWords[update.by]}</span>
				</p>
				{isVendor ? (
					<blockquote className="mt-2 max-w-measure border-s-2 border-ink ps-4">{update.text}</blockquote>
				) : (
					<p className="max-w-measure">{update.text}</p>
				)}
			</div>
		</li>
	);
}
