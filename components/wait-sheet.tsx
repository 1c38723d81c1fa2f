// How long codes took, for its sheet: the bars of the page's table as a drawing.

import { ANSWERS_MIN } from "@/lib/share";
import { waitLengths } from "@/lib/wait-lengths";
import type { WaitReading } from "@/lib/waits";
import { figure, percent, waitWords } from "@/lib/words";
import { wideFigure } from "./figure-scale";
import type { Body } from "./sheet";
import { waitSentence } from "./wait-sentence";

const ROW = 34;
const START = 150;
const LENGTH = wideFigure.width - START - 130;

export function waitBody(reading: WaitReading, codes: string): Body {
	const said = reading.waits.reduce((sum, { people }) => sum + (people ?? 0), 0);
	const rows = waitLengths.map(({ name, belowSeconds }) => ({
		name: waitWords[name].row,
		people: reading.waits.find((wait) => wait.belowSeconds === belowSeconds)?.people ?? null,
	}));
	const beside = [
		{ name: "Came, how long not said", people: reading.unsaid.people },
		{ name: "Never came, or not yet", people: reading.missing.people },
	];
	const drawing = (
		<>
			{rows.map(({ name, people }, place) => (
				<g key={name} transform={`translate(0 ${place * ROW})`}>
					<text x="0" y="16" className="axis fill-ink font-[600]">
						{name}
					</text>
					<rect x={START} y="4" width={LENGTH} height="14" fill="var(--sunken)" />
					{people !== null && said > 0 && <rect x={START} y="4" width={(LENGTH * people) / said} height="14" fill="var(--seen)" />}
					<Count people={people} share={people !== null && said >= ANSWERS_MIN ? people / said : null} />
				</g>
			))}
			{beside.map(({ name, people }, place) => (
				<g key={name} transform={`translate(0 ${(rows.length + place) * ROW})`}>
					<text x="0" y="16" className="axis">
						{name}
					</text>
					<Count people={people} share={null} />
				</g>
			))}
		</>
	);
	return {
		drawing,
		height: (rows.length + beside.length) * ROW,
		key: [waitSentence(reading, codes), `Bars: share of the ${figure(said)} who said how long.`],
	};
}

function Count({ people, share }: { people: number | null; share: number | null }) {
	return (
		<>
			<text x={wideFigure.width - 60} y="16" textAnchor="end" className="axis fill-ink">
				{people === null ? "a few" : figure(people)}
			</text>
			{share !== null && (
				<text x={wideFigure.width} y="16" textAnchor="end" className="axis fill-ink">
					{percent(share)}
				</text>
			)}
		</>
	);
}
