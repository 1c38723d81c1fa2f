// What does an address of a file ask for? The chart of a view of a service, or of an incident, as of a time; with the words
// that belong below it. `null`: there is no such thing. What could not be read is told apart from it.
import { type ChartMatter, incidentMatterOf } from "@/components/chart-matter";
import { type Cited, dayTime, licence } from "@/components/cite";
import { viewCodes, viewMatterOf } from "@/components/view-matter";
import type { Service } from "@/lib/catalog/catalog";
import type { House } from "@/lib/house";
import { readIncidentTimeline } from "@/lib/incident-timeline";
import { capital, namesIn, sliceText } from "@/lib/incident-title";
import { addressOfView, stretchOfView, usualView, type View } from "@/lib/view";
import type { WaitReading } from "@/lib/waits";

export type TakenParts = Pick<House, "catalog" | "readings" | "env"> & { now(): Date };

/** `name`: of the file. `foot`: where it is from, as of when, under which licence. */
export type Taken = { name: string; title: string; window: string; foot: readonly string[]; matter: ChartMatter };
export type TakenWaits = Omit<Taken, "matter"> & { codes: string; reading: WaitReading };

export type Wish = { kind: "services" | "incidents"; word: string; view: View };

/** `unread`: it could not be read just now. */
export async function takeChart(parts: TakenParts, { kind, word, view }: Wish): Promise<Taken | "unread" | null> {
	if (kind === "incidents") return takeIncident(parts, word, view.asOf);
	const service = parts.catalog.findService(word);
	return service && takeService(parts, service, view);
}

async function takeService(parts: TakenParts, service: Service, view: View): Promise<Taken | "unread"> {
	const now = parts.now();
	const { channel, asOf } = view;
	const stretch = stretchOfView(view, now);
	const [reading, status] = await Promise.all([
		parts.readings.timeline(service, { ...stretch, ...(channel && { channel }), ...(asOf && { asOf }) }),
		parts.readings.status(service),
	]);
	if (!reading.known) return "unread";
	const matter = viewMatterOf(reading.value, view, now);
	const address = parts.env.PUBLIC_URL + addressOfView(`/services/${service.slug}`, view);
	const title = `${capital(viewCodes(service, view))}: people whose code failed`;
	const window = between(matter);
	return whole({ title, window, asOf: asOf ?? now, model: matter.model, address }, { name: service.slug, matter, isDemo: status.demo });
}

async function takeIncident(parts: TakenParts, id: string, asOf: Date | null): Promise<Taken | "unread" | null> {
	const found = await parts.readings.incident(id, asOf);
	if (!found.known) return "unread";
	if (!found.value) return null;
	const incident = found.value;
	const timeline = await readIncidentTimeline(parts, incident, asOf);
	if (!timeline) return "unread";
	const matter = incidentMatterOf(timeline, incident, asOf);
	const address = parts.env.PUBLIC_URL + addressOfView(`/incidents/${id}`, { ...usualView, asOf });
	const window = between(matter);
	const cited = { title: `${incident.title}: people whose code failed`, window, asOf: asOf ?? parts.now(), model: matter.model, address };
	return whole(cited, { name: `incident-${id.slice(0, 8)}`, matter, isDemo: incident.demo });
}

/** How long codes took: of a service's last day, on one channel or on all, or of an incident. */
export async function takeWaits(parts: TakenParts, wish: Wish): Promise<TakenWaits | "unread" | null> {
	const subject = await subjectOf(parts, wish);
	if (subject === null || subject === "unread") return subject;
	const { name, codes, page, isDemo, reading } = subject;
	if (!reading) return "unread";
	return {
		name: nameOf(name, "waits"),
		title: `How long ${codes} took`,
		window: between({ from: Date.parse(reading.from), to: Date.parse(reading.to) }),
		foot: [...demoLines(isDemo), `undelivered · read ${dayTime(new Date(reading.to))}`, licenceLine(parts.env.PUBLIC_URL + page)],
		codes,
		reading,
	};
}

type Subject = { name: string; codes: string; page: string; isDemo: boolean; reading: WaitReading | null };

async function subjectOf({ catalog, readings }: TakenParts, { kind, word, view }: Wish): Promise<Subject | "unread" | null> {
	if (kind === "services") {
		const service = catalog.findService(word);
		if (!service) return null;
		const page = addressOfView(`/services/${service.slug}`, { ...usualView, channel: view.channel });
		const [status, reading] = await Promise.all([readings.status(service), readings.waitsOfService(service, view.channel)]);
		return { name: service.slug, codes: viewCodes(service, view), page, isDemo: status.demo, reading };
	}
	const found = await readings.incident(word);
	if (!found.known) return "unread";
	const incident = found.value;
	if (!incident) return null;
	const codes = sliceText(incident.slice, namesIn(incident.names));
	const reading = await readings.waitsOfIncident(incident);
	return { name: `incident-${word.slice(0, 8)}`, codes, page: `/incidents/${word}`, isDemo: incident.demo, reading };
}

function demoLines(isDemo: boolean): readonly string[] {
	return isDemo ? ["A demonstration: these reports were made up."] : [];
}

function whole(cited: Cited, { name, matter, isDemo }: { name: string; matter: ChartMatter; isDemo: boolean }): Taken {
	const { title, window, asOf, model, address } = cited;
	const foot = [...demoLines(isDemo), `undelivered · read ${dayTime(asOf)} · method ${model}`, licenceLine(address)];
	return { name: nameOf(name, "chart"), title, window, foot, matter };
}

/** With its years: what is taken along is read later. */
function between({ from, to }: { from: number; to: number }): string {
	return `${dayTime(new Date(from)).replace(" UTC", "")} to ${dayTime(new Date(to))}`;
}

function licenceLine(address: string): string {
	return `${address} · ${licence.name}: name Undelivered and link to it`;
}

function nameOf(subject: string, what: string): string {
	return `undelivered-${subject}-${what}`;
}
