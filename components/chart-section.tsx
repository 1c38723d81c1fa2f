// A timeline with everything around it: the ways to another view above it, what can be taken along in the margin, and how to
// cite it below. Links and a form, so that every view has an address and none needs scripts.

import type { AsOfProblem } from "@/lib/view";
import { barWords } from "@/lib/words";
import type { ChartMatter } from "./chart-matter";
import { ChartViews } from "./chart-views";
import { CiteThis } from "./cite-this";
import { FlagList } from "./flag-list";
import { NotRead } from "./not-read";
import { Section } from "./section";
import { TimelineChart } from "./timeline-chart";

export type Choice = { label: string; href: string; isChosen: boolean };

export type ChartFiles = { csv: string; svg: string; png: string };
export type Cited = { address: string; text: string };

/** `matter`: `null` where it could not be read. `source`: its address in the API, asked again while `isMoving`. */
export type ChartSection = {
	title: string;
	codes: string;
	channel: string | null;
	matter: ChartMatter | null;
	source: string;
	isMoving: boolean;
	barMinutes: number;
	/** The time whose state is shown; what was asked for and could not be is the problem. */
	asOf: string | null;
	problem: AsOfProblem | null;
	page: string;
	/** Named in the address, and kept in others. */
	language: string | null;
	fields: { from: string; to: string };
	channels: readonly Choice[];
	stretches: readonly Choice[];
	/** How long a bar is; the first is what suits. */
	steps: readonly Choice[];
	/** Named in the address. */
	step: string | null;
	/** The same view as time goes on. */
	back: string | null;
	files: ChartFiles;
	/** Of how long codes took, on the same channel. */
	waitFiles: ChartFiles;
	cited: Cited | null;
};

export function ChartSectionFace({ section }: { section: ChartSection }) {
	const { title, codes, matter, source, files, cited } = section;
	const isRead = matter !== null && matter.quarters.length > 0;
	return (
		<Section
			id="chart"
			title={title}
			lead={`People whose code failed, per ${barWords(matter?.barMinutes ?? section.barMinutes)}. Everybody counts once in six hours.`}
			tools={isRead && <ChartTools files={files} source={source} />}
		>
			<Problem problem={section.problem} />
			<ChartViews section={section} />
			{isRead ? (
				<>
					<TimelineChart matter={matter} codes={codes} />
					<FlagList matter={matter} />
					{cited && <CiteThis cited={cited} />}
				</>
			) : (
				<NotRead what="The reports of that time" />
			)}
		</Section>
	);
}

/** In the margin: what is shown, to take along. */
export function ChartTools({ files: { csv, svg, png }, source }: { files: ChartFiles; source?: string }) {
	return (
		<>
			<a href={csv}>Table as CSV</a>
			<a href={png}>Picture as PNG</a>
			<a href={svg}>Picture as SVG</a>
			{source && <a href={source}>As JSON</a>}
		</>
	);
}

const problems = {
	unreadable: "We could not read the time this address asks for. This is what we know now.",
	future: "The time this address asks for has not come yet. This is what we know now.",
	before: "We had not noticed this at the time this address asks for. This is what we know now.",
} as const satisfies Record<AsOfProblem, string>;

/** Why now is shown. */
export function Problem({ problem }: { problem: AsOfProblem | null }) {
	return problem && <p className="mb-4 max-w-measure border-s-2 border-ink ps-4">{problems[problem]}</p>;
}
