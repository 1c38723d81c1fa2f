// How are counts by place laid out for people? Countries with their networks, the most failures first, by channel; and what
// it comes to in one sentence. Names come from the catalogue (lib/catalog/names.ts).
import { withoutCountry } from "./catalog/names";
import { grouped } from "./grouped";
import { capital, type DisplayNames, placeText } from "./incident-title";
import type { PlaceReading } from "./places";
import { added, mostFailedFirst } from "./places-of";
import type { Count, PlaceCount, RegionCount } from "./publish-places";
import { type Channel, carriedChannels, channels } from "./report";
import { channelWords, figure } from "./words";

/** `few`: fewer than five people, or nobody. `apart`: a network does not carry this channel. */
export type PlaceCell = PlaceCount | "few" | "nobody" | "apart";

/** `key: null`: those who named no network, and those on networks too small to name. */
export type CarrierLine = { key: string | null; name: string; cells: readonly PlaceCell[] };
export type CountryLine = {
	code: string;
	name: string;
	cells: readonly PlaceCell[];
	/** Those on which most failed, and the others; none where a page has no room. */
	carriers: readonly CarrierLine[];
	/** Networks that are told and stand not here. */
	more: number;
};

export type PlaceTable = {
	channels: readonly Channel[];
	countries: readonly CountryLine[];
	/** Countries that are told and stand not here. */
	more: number;
	/** In countries with too few people to tell which. */
	elsewhere: Count;
	/** What it comes to; `null` where nothing is told. */
	finding: string | null;
};

/** A page is read on a phone: the file has them all. */
const COUNTRIES_MAX = 10;
/** Countries whose networks stand under them, and how many of each beside the others. */
const OPENED_MAX = 4;
const CARRIERS_MAX = 6;

export function placeTableOf({ regions, elsewhere }: PlaceReading, names: DisplayNames): PlaceTable {
	const shown = channels.filter((channel) => regions.some((region) => region.channel === channel));
	const countries = [...grouped(regions, ({ region }) => region)].toSorted(([, one], [, other]) =>
		mostFailedFirst(added(one), added(other)),
	);
	const hides = (channel: Channel) => elsewhere.some((one) => one.channel === channel && one.answered > 0);
	return {
		channels: shown,
		countries: countries
			.slice(0, COUNTRIES_MAX)
			.map(([code, counts], rank) => countryOf(code, counts, { shown, hides, names, isOpen: rank < OPENED_MAX })),
		more: Math.max(0, countries.length - COUNTRIES_MAX),
		elsewhere: added(elsewhere),
		finding: findingOf(regions, names),
	};
}

type Layout = { shown: readonly Channel[]; hides: (channel: Channel) => boolean; names: DisplayNames };

function countryOf(code: string, counts: readonly RegionCount[], { isOpen, ...layout }: Layout & { isOpen: boolean }): CountryLine {
	const { shown, hides, names } = layout;
	const lines = carriersOf(counts, layout);
	const named = lines.filter(({ key }) => key !== null);
	const first = named.slice(0, isOpen ? CARRIERS_MAX : 0);
	return {
		code,
		name: names.region(code),
		cells: shown.map((channel) => counts.find((count) => count.channel === channel) ?? (hides(channel) ? "few" : "nobody")),
		carriers: isOpen ? [...first, ...lines.filter(({ key }) => key === null)] : [],
		more: named.length - first.length,
	};
}

function carriersOf(counts: readonly RegionCount[], { shown, hides, names }: Layout): readonly CarrierLine[] {
	const keys = grouped(
		counts.flatMap(({ carriers }) => carriers),
		({ carrier }) => carrier,
	);
	const named = [...keys].filter(([key]) => key !== null).toSorted(([, one], [, other]) => mostFailedFirst(added(one), added(other)));
	if (named.length === 0) return [];
	const lines = [...named, ...[...keys].filter(([key]) => key === null)];
	return lines.map(([key]) => ({
		key,
		name: key === null ? "Others, or not said" : withoutCountry(names.carrier(key)),
		cells: shown.map((channel) =>
			cellOf(
				key,
				counts.find((count) => count.channel === channel),
				{ channel, hides },
			),
		),
	}));
}

function cellOf(
	key: string | null,
	country: RegionCount | undefined,
	{ channel, hides }: { channel: Channel; hides: (channel: Channel) => boolean },
): PlaceCell {
	if (!carries(key, channel)) return "apart";
	if (!country) return hides(channel) ? "few" : "nobody";
	const count = country.carriers.find(({ carrier }) => carrier === key);
	const isWhole = !country.withheld && !country.carriers.some(({ carrier }) => carrier === null);
	return count ?? (isWhole || (key === null && !country.withheld) ? "nobody" : "few");
}

function carries(key: string | null, channel: Channel): boolean {
	if (!carriedChannels.some((carried) => carried === channel)) return false;
	return key === null || key.includes(".") === (channel === "email");
}

/** What one network in one country comes to beside another, on the channel on which most failed. */
function findingOf(regions: readonly RegionCount[], names: DisplayNames): string | null {
	const worst = [...grouped(regions, ({ channel }) => channel)].toSorted(([, one], [, other]) =>
		mostFailedFirst(added(one), added(other)),
	)[0];
	if (!worst) return null;
	const [channel, counts] = worst;
	const all = counts.flatMap((count) => placesIn(count, names));
	const clear = all.filter(({ answered }) => answered >= CLEAR_MIN);
	const [most, ...others] = (clear.length > 0 ? clear : all).toSorted(mostFailedFirst);
	const least = others.toSorted((one, other) => shareOf(one) - shareOf(other))[0];
	const codes = capital(channelWords[channel].codes);
	if (!most) return null;
	if (!least) return `${codes} failed for ${most.words}.`;
	if (shareOf(most) - shareOf(least) >= APART) return `${codes} failed for ${most.words}; for ${least.words}.`;
	return `${codes} failed about alike wherever enough people spoke: for ${most.words}, and for ${least.words}.`;
}

/** Shares of fewer people say little beside one another (as in the chart). */
const CLEAR_MIN = 15;
/** Shares that differ by less say nothing about a place. */
const APART = 0.25;

function placesIn({ region, carriers, ...count }: RegionCount, names: DisplayNames) {
	const named = carriers.flatMap(({ carrier, ...own }) => (carrier === null ? [] : [placed(own, whereOf(carrier, region, names))]));
	return named.length > 0 ? named : [placed(count, placeText({ ...ANYWHERE, region: [region] }, names))];
}

const ANYWHERE = { service: null, region: null, carrier: null, channel: null } as const;

/** A network's name says its country. */
function whereOf(carrier: string, region: string, names: DisplayNames): string {
	const isAtHome = names.carrier(carrier).endsWith(`(${region})`);
	return placeText({ ...ANYWHERE, carrier: [carrier], region: isAtHome ? null : [region] }, names);
}

function placed(count: PlaceCount, where: string) {
	return { ...count, words: `${figure(count.failed)} of ${figure(count.answered)} people ${where}` };
}

function shareOf({ failed, answered }: Count): number {
	return failed / answered;
}
