// The view of a service as it goes with its page: a hundred bars would say the names of their numbers a hundred times.
import type { ChartMatter, Quarter } from "./chart-matter";
import type { ChartSection } from "./chart-section";
import type { ServiceView } from "./service-face";

/** `from` and `until` in ms since the chart begins; then as in a `Quarter`. */
type SentQuarter = readonly [
	from: number,
	until: number,
	evidence: Quarter["evidence"],
	expected: number,
	failed: Quarter["failed"],
	arrived: Quarter["arrived"],
];
export type SentMatter = Omit<ChartMatter, "quarters"> & { quarters: readonly SentQuarter[] };
type With<Matter> = Omit<ServiceView, "section"> & { section: Omit<ChartSection, "matter"> & { matter: Matter | null } };
export type SentView = With<SentMatter>;

export const sentView = (view: ServiceView): SentView => withMatter(view, sentMatter);
export const receivedView = (view: SentView): ServiceView => withMatter(view, receivedMatter);

export function sentMatter({ quarters, ...matter }: ChartMatter): SentMatter {
	const sent = ({ from, until, evidence, expected, failed, arrived }: Quarter): SentQuarter => [
		from - matter.from,
		until - matter.from,
		evidence,
		expected,
		failed,
		arrived,
	];
	return { ...matter, quarters: quarters.map(sent) };
}

export function receivedMatter({ quarters, ...matter }: SentMatter): ChartMatter {
	const received = ([from, until, evidence, expected, failed, arrived]: SentQuarter): Quarter => ({
		from: from + matter.from,
		until: until + matter.from,
		evidence,
		expected,
		failed,
		arrived,
	});
	return { ...matter, quarters: quarters.map(received) };
}

function withMatter<Given, Made>({ section, ...view }: With<Given>, make: (matter: Given) => Made): With<Made> {
	return { ...view, section: { ...section, matter: section.matter && make(section.matter) } };
}
