import type { Incident } from "@/lib/incident";
import { figure, people } from "@/lib/words";
import { Shape } from "./shape";

/** What speaks for many people, and what for a few who act as many. */
export function DeskSigns({ incident }: { incident: Incident }) {
	const { observed, networks, arrived } = incident.verdict;
	const signs = [
		// Unflagged says nothing: a detector that does not look finds nothing either.
		...(incident.campaign ? [{ isDoubt: true, words: "The detector finds it coordinated" }] : []),
		{
			isDoubt: networks * 2 < observed,
			words: `${people(Math.round(observed))} from ${figure(networks)} ${networks === 1 ? "network" : "networks"}`,
		},
		{ isDoubt: arrived === 0, words: arrived === 0 ? "Nobody says a code came" : `Codes came to ${people(arrived)}` },
	];
	return (
		<ul className="grid gap-2 text-s">
			{signs.map(({ isDoubt, words }) => (
				<li key={words} className={`flex items-baseline gap-2 ${isDoubt ? "tone-possible" : "tone-quiet"}`}>
					<Shape name={isDoubt ? "possible" : "resolved"} className="size-[1.05em] translate-y-[0.16em] text-tone" />
					<span>{words}</span>
				</li>
			))}
		</ul>
	);
}
