import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { choiceOf, dayProblem, filterOf, servicesIn } from "@/app/_http/incident-choice";
import { Calendar } from "@/components/calendar";
import { momentWords } from "@/components/clock-words";
import { DayLead } from "@/components/day-lead";
import { IncidentFilters } from "@/components/incident-filters";
import { IncidentList } from "@/components/incident-list";
import { NotRead } from "@/components/not-read";
import { Section } from "@/components/section";
import { calendarOf, calendarStretch } from "@/lib/history";
import { house } from "@/lib/house";
import { dayOf, isUuid } from "@/lib/time";

export const metadata: Metadata = foundAs({
	path: "/incidents",
	title: "Incidents",
	description: "Every stretch of failing verification codes, day by day, and every mistake of ours.",
});

/** While it cannot be read what can be chosen, what is chosen still can. */
const NOWHERE = { carriers: [], regions: [] } as const;

const longDay = (day: string) => momentWords(`${day}T00:00:00Z`, "long-day", "UTC");

type Query = Record<string, string | string[] | undefined>;

export default async function IncidentsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const { catalog, readings, now } = house();
	const today = dayOf(now());
	const choice = choiceOf(query, catalog, today);
	const cursor = typeof query.cursor === "string" && isUuid(query.cursor) ? query.cursor : undefined;
	const filter = filterOf(choice);
	const day = choice.day?.key;
	const stretch = calendarStretch(day ?? today, today);
	const [reading, places, counts] = await Promise.all([
		readings.incidents({ ...filter, cursor }),
		readings.incidentPlaces(),
		readings.incidentDays({ ...filter, during: undefined }, stretch),
	]);
	const weeks = counts.known ? calendarOf(counts.value, stretch, today) : null;
	const problem = dayProblem(query, today);
	return (
		<div className="frame">
			<div className="pt-6 pb-4">
				<h1 className="text-xl">{day ? `Incidents on ${longDay(day)}` : "Incidents"}</h1>
				{!day && <p className="mt-1 max-w-measure text-ink-2">Every stretch of trouble we noticed, and every time we were wrong.</p>}
				{problem && (
					<p role="status" className="mt-3 max-w-measure">
						{problem}
					</p>
				)}
			</div>
			{day && (
				<DayLead
					day={day}
					count={weeks?.days.find((one) => one.day === day) ?? null}
					incidents={reading.known ? reading.value.incidents : []}
					choice={choice}
					today={today}
				/>
			)}
			<IncidentFilters choice={choice} services={servicesIn(catalog)} places={places.known ? places.value : NOWHERE} today={today} />
			<Section title="By day" lead="How many incidents, and the worst." isDense>
				{weeks ? <Calendar weeks={weeks} choice={choice} today={today} /> : <NotRead what="The days" />}
			</Section>
			{reading.known ? <IncidentList page={reading.value} choice={choice} /> : <NotRead what="The incidents" />}
		</div>
	);
}
