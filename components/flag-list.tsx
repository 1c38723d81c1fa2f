import { DAY_MS } from "@/lib/time";
import type { ChartMatter } from "./chart-matter";
import { Moment } from "./moment";

/** The flags of the chart in words, under the same numbers. */
export function FlagList({ matter: { flags, from, to } }: { matter: ChartMatter }) {
	const form = to - from > DAY_MS ? "day-time" : "time";
	if (flags.length === 0) return null;
	const newest = flags.at(-1);
	return (
		<>
			<ol className="mt-4 grid max-w-measure gap-2 text-s">
				{flags.map((flag) => (
					<li key={flag.number} className="grid grid-cols-[1.6rem_auto_1fr] items-baseline gap-2">
						<span className={`flag ${flag.by === "vendor" ? "flag-hollow" : ""}`}>{flag.number}</span>
						<Moment at={flag.at} form={form} />
						<span>{flag.text}</span>
					</li>
				))}
			</ol>
			{newest && (
				<p className="mt-3 text-s">
					<a href={`/incidents/${newest.incident}`}>Read the incident</a>
				</p>
			)}
		</>
	);
}
