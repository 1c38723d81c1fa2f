// What does the overview show of one channel, one kind of service, one country? A reading made for everybody is narrowed:
// nothing is read or counted anew. A country has no status, and a count of it would need reports that name it: so a country
// narrows incidents alone, and the services keep everybody's counts.
import type { Catalog, Category, Region } from "./catalog/catalog";
import { foldWhole } from "./catalog/search";
import type { Incident, Slice } from "./incident";
import { busiestFirst, countOf, type Overview, type ServiceSummary } from "./overview";
import type { Channel } from "./report";

/** `carriers`: whoever may carry a code to somebody there. */
export type Country = { code: string; name: string; carriers: ReadonlySet<string> };
export type Narrowing = { channel?: Channel | undefined; category?: Category | undefined; country?: Country | undefined };

export type NarrowedOverview = Overview & {
	/** Open incidents that fit but for the country: they are elsewhere. */
	openElsewhere: number;
};

export function narrowed(overview: Overview, narrowing: Narrowing): NarrowedOverview {
	const { channel, category, country } = narrowing;
	const ofKind = overview.services.filter((service) => category === undefined || service.category === category);
	const services = channel === undefined ? ofKind : ofKind.flatMap((one) => ofChannel(one, channel)).sort(busiestFirst);
	const kind = category === undefined ? null : new Set(ofKind.map(({ slug }) => slug));
	const fits = ({ slice }: Incident) => isOnChannel(slice, channel) && isOfKind(slice, kind);
	const isHere = ({ slice }: Incident) => country === undefined || touches(slice, country);
	const fitting = overview.open.filter(({ incident }) => fits(incident));
	const open = fitting.filter(({ incident }) => isHere(incident));
	return {
		...overview,
		services,
		count: countOf(services.map(({ state }) => state)),
		open: channel === undefined ? open : open.map((one) => onlyChannel(one, channel)),
		retracted: overview.retracted.filter((incident) => fits(incident) && isHere(incident)),
		over: overview.over.filter((incident) => fits(incident) && isHere(incident)),
		openElsewhere: fitting.length - open.length,
	};
}

/** What people call a country beside its name and its code. */
const calledElse: Readonly<Record<string, string>> = { uk: "GB", usa: "US", england: "GB", holland: "NL" };

/** The country a word means: a code or a name, a part of one standing for the whole. */
export function countryMeant(
	word: string,
	catalog: Pick<Catalog, "findRegion" | "countries" | "countryOf" | "carriersOf" | "mailboxHosts">,
) {
	const folded = foldWhole(word);
	const region = catalog.findRegion(calledElse[folded] ?? word) ?? catalog.countries.find(({ name }) => foldWhole(name) === folded);
	if (!region || folded === "") return null;
	const country = catalog.countryOf(region);
	return countryWith(country, [...catalog.carriersOf(country.code), ...catalog.mailboxHosts]);
}

/** With its networks, and mailbox hosts, which are everywhere. */
function countryWith({ code, name }: Region, carriers: Catalog["carriers"]): Country {
	return { code, name, carriers: new Set(carriers.map(({ key }) => key)) };
}

/** Whether somebody in the country may be concerned: the slice names it, or is everywhere and on a carrier that reaches it. */
function touches({ region, carrier }: Slice, country: Country): boolean {
	const isThere = region === null || region.includes(country.code);
	return isThere && (carrier === null || carrier.some((key) => country.carriers.has(key)));
}

function isOnChannel({ channel: covered }: Slice, channel: Channel | undefined): boolean {
	return channel === undefined || covered === null || covered.includes(channel);
}

/** What is about no service in particular concerns every kind of them. */
function isOfKind({ service }: Slice, kind: ReadonlySet<string> | null): boolean {
	return kind === null || service === null || service.some((slug) => kind.has(slug));
}

/** The service as its people of one channel speak of it; nothing where it neither offers the channel nor was spoken of by it. */
function ofChannel(service: ServiceSummary, channel: Channel): readonly ServiceSummary[] {
	const status = service.channels.find((one) => one.channel === channel);
	if (!status) return [];
	const { state, restsOn } = status;
	const offered = service.offered.filter((one) => one === channel);
	return [{ ...service, state, restsOn, channels: [status], offered, reporters: service.reportersBy[channel] ?? 0 }];
}

function onlyChannel({ incident, status }: Overview["open"][number], channel: Channel): Overview["open"][number] {
	return { incident, status: status && { ...status, channels: status.channels.filter((one) => one.channel === channel) } };
}
