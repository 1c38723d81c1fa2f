// The chart section of a service's page, as its address asks for it: the counts, the ways to another view, what can be taken
// along, and how it is cited. Made here whole, so that the browser needs none of the rules of lib/view.ts.
import { filesOf } from "@/app/_http/chart-files";
import type { ChartSection } from "@/components/chart-section";
import { citation } from "@/components/cite";
import { hoursWords, viewCodes, viewMatterOf, viewTitle, windowWords } from "@/components/view-matter";
import type { Service } from "@/lib/catalog/catalog";
import { house } from "@/lib/house";
import { capital } from "@/lib/incident-title";
import { addressIn, type Language } from "@/lib/languages";
import type { Channel } from "@/lib/report";
import type { Timeline } from "@/lib/status";
import { MINUTE_MS, minutesBetween, stepOf, TALLY_STEP_MS } from "@/lib/time";
import { timelineSteps } from "@/lib/timeline";
import {
	addressOfView,
	barMinutesOf,
	isMoving,
	type parseView,
	stepsOffered,
	stretchOfView,
	timelineAddress,
	timeWord,
	usualView,
	type View,
	viewHours,
} from "@/lib/view";
import { barWords, channelWords } from "@/lib/words";

export type Asked = ReturnType<typeof parseView>;

/** `usual`: the last day's timeline, read with the page. `named`: the language that the address names, which its links keep. */
export async function readSection(
	service: Service,
	{ view, problem }: Asked,
	{ usual, shown, named }: { usual: Timeline | null; shown: readonly Channel[]; named: Language | null },
): Promise<ChartSection> {
	const now = house().now();
	const timeline = isUsual(view) ? usual : await readView(service, view, now);
	const matter = timeline && viewMatterOf(timeline, view, now);
	const codes = viewCodes(service, view);
	const page = `/services/${service.slug}`;
	const linkTo = (other: View) => `${named ? addressIn(addressOfView(page, other), named) : addressOfView(page, other)}#chart`;
	const frozen = { ...view, asOf: view.asOf ?? stepOf(now, TALLY_STEP_MS) };
	const { from, to } = stretchOfView(frozen, now);
	const address = `${house().env.PUBLIC_URL}${addressOfView(page, frozen)}`;
	return {
		title: viewTitle(view, now),
		codes,
		channel: view.channel,
		matter,
		source: timelineAddress(service.slug, view, now),
		isMoving: isMoving(view),
		barMinutes: barMinutesOf(view, now),
		asOf: view.asOf?.toISOString() ?? null,
		problem,
		page,
		language: named,
		fields: fieldsOf(view, now),
		channels: channelChoices(view, shown, linkTo),
		stretches: viewHours.map((hours) => ({
			label: hoursWords[hours],
			href: linkTo({ ...view, hours, between: null, step: null }),
			isChosen: view.between === null && view.hours === hours,
		})),
		steps: stepChoices(view, now, linkTo),
		step: view.step,
		back: view.asOf || view.between ? linkTo({ ...view, asOf: null, between: null }) : null,
		files: filesOf(`${page}/chart`, view),
		waitFiles: filesOf(`${page}/waits`, { ...usualView, channel: view.channel }),
		cited: matter && {
			address,
			text: citation({
				title: `${capital(codes)}, reports of failure`,
				window: windowWords(from, to ?? now),
				asOf: frozen.asOf,
				model: matter.model,
				address,
			}),
		},
	};
}

async function readView(service: Service, view: View, now: Date): Promise<Timeline | null> {
	const { channel, asOf } = view;
	const reading = await house().readings.timeline(service, {
		...stretchOfView(view, now),
		...(channel && { channel }),
		...(asOf && { asOf }),
	});
	return reading.known ? reading.value : null;
}

function isUsual(view: View): boolean {
	return isMoving(view) && view.hours === 24 && view.step === null && view.channel === null;
}

/** Every channel people speak of, and the one that was asked for. */
function channelChoices(view: View, shown: readonly Channel[], linkTo: (other: View) => string): ChartSection["channels"] {
	const offered = view.channel && !shown.includes(view.channel) ? [...shown, view.channel] : shown;
	return [
		{ label: "All channels", href: linkTo({ ...view, channel: null }), isChosen: view.channel === null },
		...offered.map((channel) => ({
			label: channelWords[channel].name,
			href: linkTo({ ...view, channel }),
			isChosen: view.channel === channel,
		})),
	];
}

/** What suits, and every longer or shorter bar of which a few fit in; one that is asked for stays among them. */
function stepChoices(view: View, now: Date, linkTo: (other: View) => string): ChartSection["steps"] {
	const { from, to } = stretchOfView(view, now);
	const spanMinutes = minutesBetween(from, to ?? now);
	const suits = barMinutesOf({ ...view, step: null }, now);
	const bars = stepsOffered.map((step) => ({ step, minutes: barMinutesOf({ ...view, step }, now) }));
	const fits = ({ step, minutes }: (typeof bars)[number]) =>
		step === view.step || (minutes !== suits && minutes === timelineSteps[step] / MINUTE_MS && spanMinutes / minutes >= BARS_MIN);
	return [
		{ label: `${barWords(suits)}, as suits`, href: linkTo({ ...view, step: null }), isChosen: view.step === null },
		...bars.filter(fits).map(({ step, minutes }) => ({
			label: barWords(minutes),
			href: linkTo({ ...view, step }),
			isChosen: view.step === step,
		})),
	];
}

/** Fewer bars are no chart. */
const BARS_MIN = 6;

/** What stands in the fields for another stretch of time. */
function fieldsOf(view: View, now: Date): ChartSection["fields"] {
	const { from, to } = stretchOfView(view, now);
	const local = (at: Date) => timeWord(at).replace("Z", "");
	return { from: local(from), to: local(to ?? stepOf(now, TALLY_STEP_MS)) };
}
