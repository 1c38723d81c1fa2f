// What does a reading of places say of some channels, of several services together, of one network, of one country, of the
// world? Pure sums of what may be told: nothing here sees a count that may not.
import { grouped } from "./grouped";
import type { PlaceBook, PlaceReading } from "./places";
import type { CarrierCount, PlaceCount, RegionCount } from "./publish-places";
import type { Channel } from "./report";

/** What was told of codes from one service on one channel. */
export type ServiceCount = PlaceCount & { service: string; channel: Channel };

/** What was told of one country: by service, and by network. Services add up to answers, not to people. */
export type RegionPlaces = { services: readonly ServiceCount[]; carriers: readonly (PlaceCount & { carrier: string })[] };

export function onChannels(reading: PlaceReading, channels: readonly Channel[] | null): PlaceReading {
	if (channels === null) return reading;
	const isAsked = ({ channel }: { channel: Channel }) => channels.includes(channel);
	return { ...reading, regions: reading.regions.filter(isAsked), elsewhere: reading.elsewhere.filter(isAsked) };
}

/** Every service of a book added up, until the last time that is told of any. */
export function together({ from, services }: PlaceBook): PlaceReading {
	const readings = [...services.values()];
	const regions = grouped(
		readings.flatMap((reading) => reading.regions),
		({ channel, region }) => `${channel} ${region}`,
	);
	const elsewhere = grouped(
		readings.flatMap((reading) => reading.elsewhere),
		({ channel }) => channel,
	);
	return {
		from,
		to:
			readings
				.map(({ to }) => to)
				.toSorted()
				.at(-1) ?? from,
		kept: true,
		regions: [...regions.values()].flatMap(regionOf),
		elsewhere: [...elsewhere].map(([channel, counts]) => ({ channel, ...added(counts) })),
	};
}

function regionOf(counts: readonly RegionCount[]): readonly RegionCount[] {
	const [first] = counts;
	if (!first) return [];
	const carriers = grouped(
		counts.flatMap((count) => count.carriers),
		({ carrier }) => carrier,
	);
	const { channel, region } = first;
	return [{ channel, region, ...added(counts), carriers: [...carriers].map(([carrier, parts]) => ({ carrier, ...added(parts) })) }];
}

/** Which services' codes were told of on a network, the most failures first. */
export function ofCarrier(book: PlaceBook, key: string): readonly ServiceCount[] {
	return byService(book, ({ carriers }) => carriers.filter(({ carrier }) => carrier === key));
}

/** The same of a country, and its networks whatever the service. */
export function ofRegion(book: PlaceBook, code: string): RegionPlaces {
	const own = (one: RegionCount) => (one.region === code ? [one] : []);
	return {
		services: byService(book, own),
		carriers: carriersIn([...book.services.values()].flatMap(({ regions }) => regions.flatMap(own))),
	};
}

/** One country over several services, and the codes of which more than half of its failures were. */
export type CountryCount = PlaceCount & { region: string; mostly: Pick<ServiceCount, "service" | "channel"> | null };

/** Every country that is told of these services and channels, the most failures first. */
export function countriesOf(
	book: PlaceBook,
	{ services, channels }: { services: ReadonlySet<string>; channels: readonly Channel[] | null },
): readonly CountryCount[] {
	const counts = [...book.services].flatMap(([service, reading]) =>
		services.has(service) ? onChannels(reading, channels).regions.map((one) => ({ ...one, service })) : [],
	);
	const countries = [...grouped(counts, ({ region }) => region)];
	return countries.map(([region, parts]) => ({ region, ...added(parts), mostly: mostOf(parts) })).toSorted(mostFailedFirst);
}

function mostOf(parts: readonly (ServiceCount & PlaceCount)[]): CountryCount["mostly"] {
	const [most] = parts.toSorted(mostFailedFirst);
	return most && 2 * most.failed > added(parts).failed ? { service: most.service, channel: most.channel } : null;
}

/** Every network that is named anywhere, the most failures first. */
export function namedCarriers(book: PlaceBook): RegionPlaces["carriers"] {
	return carriersIn([...book.services.values()].flatMap(({ regions }) => regions));
}

/** Every country that is told, by code. */
export function ofWorld(readings: Iterable<PlaceReading>): ReadonlyMap<string, PlaceCount> {
	const counts = grouped(
		[...readings].flatMap(({ regions }) => regions),
		({ region }) => region,
	);
	return new Map([...counts].map(([region, parts]) => [region, added(parts)]));
}

function byService(book: PlaceBook, partsOf: (region: RegionCount) => readonly PlaceCount[]): readonly ServiceCount[] {
	const counts = [...book.services].flatMap(([service, { regions }]) =>
		[...grouped(regions, ({ channel }) => channel)].map(([channel, same]) => ({ service, channel, ...added(same.flatMap(partsOf)) })),
	);
	return counts.filter(({ answered }) => answered > 0).toSorted(mostFailedFirst);
}

function carriersIn(regions: readonly RegionCount[]): RegionPlaces["carriers"] {
	const named = regions.flatMap(({ carriers }) => carriers.flatMap(namedOnly));
	const counts = [...grouped(named, ({ carrier }) => carrier)].map(([carrier, parts]) => ({ carrier, ...added(parts) }));
	return counts.toSorted(mostFailedFirst);
}

function namedOnly({ carrier, ...count }: CarrierCount): readonly (PlaceCount & { carrier: string })[] {
	return carrier === null ? [] : [{ carrier, ...count }];
}

export function added(counts: readonly (Omit<PlaceCount, "withheld"> & { withheld?: boolean })[]): PlaceCount {
	return {
		failed: counts.reduce((sum, { failed }) => sum + failed, 0),
		answered: counts.reduce((sum, { answered }) => sum + answered, 0),
		withheld: counts.some(({ withheld }) => withheld),
	};
}

export function mostFailedFirst(one: PlaceCount, other: PlaceCount): number {
	return other.failed - one.failed || other.answered - one.answered;
}
