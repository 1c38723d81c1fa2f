// In which space do reports lie? Four dimensions, their values told apart by small numbers, and the fifteen kinds of
// slice that fix one value in some of them. A carrier is another thing on each kind of channel: a mobile network behind
// SMS and calls, a mailbox host behind e-mail, none elsewhere; a missing one is missing, never a value.
import type { Slice } from "../incident";
import { type Channel, channels } from "../report";

export const dimensions = ["service", "region", "carrier", "channel"] as const;
export type Dimension = (typeof dimensions)[number];

/** What stands where a dimension is not fixed, or a carrier is not known. */
export const ANY = -1;

export const carrierKinds = ["mobile", "mailbox"] as const;
export type CarrierKind = (typeof carrierKinds)[number];

const channelsOfKind = { mobile: ["sms", "call"], mailbox: ["email"] } as const satisfies Record<CarrierKind, readonly Channel[]>;

/** Channel numbers in the order of `lib/report.ts`. */
const kindOfChannel: readonly (CarrierKind | null)[] = channels.map(
	(channel) => carrierKinds.find((kind) => channelsOfKind[kind].some((one) => one === channel)) ?? null,
);

export function kindOf(channel: number): CarrierKind | null {
	return kindOfChannel[channel] ?? null;
}

/** Numbers of the channels a carrier of this kind stands behind. */
export const channelNumbersOf: Record<CarrierKind, readonly number[]> = {
	mobile: channelsOfKind.mobile.map((channel) => channels.indexOf(channel)),
	mailbox: channelsOfKind.mailbox.map((channel) => channels.indexOf(channel)),
};

/** One value, or `ANY`, per dimension. */
export type Place = { service: number; region: number; carrier: number; channel: number };

const SERVICES_MAX = 2 ** 13;
const REGIONS_MAX = 2 ** 11;
const CARRIERS_MAX = 2 ** 14;
const CHANNELS_MAX = 2 ** 4;

/** The fifteen kinds of slice by the dimensions they fix. */
export const FIXED = { service: 1, region: 2, carrier: 4, channel: 8 } as const;
export const SHAPES_MAX = 15;

/** One number per slice; the same values, the same number. */
export function keyOf({ service, region, carrier, channel }: Place): number {
	return (((service + 1) * REGIONS_MAX + region + 1) * CARRIERS_MAX + carrier + 1) * CHANNELS_MAX + channel + 1;
}

/** What `keyOf` numbered. */
export function placeOf(key: number): Place {
	const channel = key % CHANNELS_MAX;
	const rest = Math.floor(key / CHANNELS_MAX);
	const carrier = rest % CARRIERS_MAX;
	const where = Math.floor(rest / CARRIERS_MAX);
	return { service: Math.floor(where / REGIONS_MAX) - 1, region: (where % REGIONS_MAX) - 1, carrier: carrier - 1, channel: channel - 1 };
}

/** The slices a report lies in, into `into`; returns how many. A mailbox host fixes its channel, so the two are one slice. */
export function keysAround({ service, region, carrier, channel }: Place, into: Float64Array): number {
	const isMailbox = carrier !== ANY && kindOf(channel) === "mailbox";
	let count = 0;
	for (let shape = 1; shape <= SHAPES_MAX; shape++) {
		const hasCarrier = (shape & FIXED.carrier) !== 0;
		const hasChannel = (shape & FIXED.channel) !== 0;
		if (hasCarrier && (carrier === ANY || (hasChannel && isMailbox))) continue;
		into[count++] =
			((((shape & FIXED.service ? service : ANY) + 1) * REGIONS_MAX + (shape & FIXED.region ? region : ANY) + 1) * CARRIERS_MAX +
				(hasCarrier ? carrier : ANY) +
				1) *
				CHANNELS_MAX +
			(hasChannel ? channel : ANY) +
			1;
	}
	return count;
}

/** The names behind the numbers. Carriers of two kinds that share a name are two. */
export type Names = {
	service(name: string): number;
	region(name: string): number;
	carrier(name: string | null, channel: number): number;
	channel(name: Channel): number;
	nameOf(dimension: "service" | "region" | "carrier", number: number): string;
	kindOfCarrier(carrier: number): CarrierKind;
	count(dimension: "service" | "region" | "carrier"): number;
};

/** Numbers names in the order they are first met. Throws above a few thousand of a kind: no catalogue has so many. */
export function makeNames(): Names {
	const numbers = { service: new Map<string, number>(), region: new Map<string, number>(), carrier: new Map<string, number>() };
	const names = { service: [] as string[], region: [] as string[], carrier: [] as string[] };
	const limits = { service: SERVICES_MAX, region: REGIONS_MAX, carrier: CARRIERS_MAX };
	const kinds: CarrierKind[] = [];

	function numberOf(dimension: keyof typeof numbers, name: string): number {
		const known = numbers[dimension].get(name);
		if (known !== undefined) return known;
		const number = names[dimension].length;
		if (number + 2 > limits[dimension]) throw new Error(`more than ${limits[dimension]} values of ${dimension}`);
		numbers[dimension].set(name, number);
		names[dimension].push(name);
		return number;
	}

	return {
		service: (name) => numberOf("service", name),
		region: (name) => numberOf("region", name),
		carrier(name, channel) {
			const kind = kindOf(channel);
			if (name === null || kind === null) return ANY;
			const number = numberOf("carrier", `${kind} ${name}`);
			kinds[number] = kind;
			return number;
		},
		channel: (name) => channels.indexOf(name),
		nameOf: (dimension, number) => nameIn(names[dimension][number] ?? "", dimension),
		kindOfCarrier: (carrier) => kinds[carrier] ?? "mobile",
		count: (dimension) => names[dimension].length,
	};
}

function nameIn(name: string, dimension: keyof Pick<Slice, "service" | "region" | "carrier">): string {
	return dimension === "carrier" ? name.slice(name.indexOf(" ") + 1) : name;
}

/** A slice by numbers. A carrier without a channel means every channel of its kind. */
export type Area = {
	service: readonly number[] | null;
	region: readonly number[] | null;
	carrier: readonly number[] | null;
	channel: readonly number[] | null;
};

export function areaOfKey(key: number): Area {
	const { service, region, carrier, channel } = placeOf(key);
	const one = (value: number) => (value === ANY ? null : [value]);
	return { service: one(service), region: one(region), carrier: one(carrier), channel: one(channel) };
}

/** The slices of one value per dimension that a slice is made of. */
export function membersOf({ service, region, carrier, channel }: Area): readonly Place[] {
	const any = [ANY];
	return (service ?? any).flatMap((s) =>
		(region ?? any).flatMap((r) =>
			(carrier ?? any).flatMap((c) => (channel ?? any).map((h) => ({ service: s, region: r, carrier: c, channel: h }))),
		),
	);
}

/** The same slice, in whatever order its values stand. */
export function isSameArea(one: Area, other: Area): boolean {
	return dimensions.every((dimension) => isSameSet(one[dimension], other[dimension]));
}

export function isSameSet(values: readonly number[] | null, others: readonly number[] | null): boolean {
	if (values === null || others === null) return values === others;
	return values.length === others.length && values.every((value) => others.includes(value));
}

/** Which dimensions a slice fixes. A carrier's channels are implied. */
export function shapeOf(area: Area): number {
	return (
		(area.service === null ? 0 : FIXED.service) +
		(area.region === null ? 0 : FIXED.region) +
		(area.carrier === null ? 0 : FIXED.carrier) +
		(area.channel === null ? 0 : FIXED.channel)
	);
}

/** The slice in words, values in order; a carrier's channels are said. */
export function sliceOf(area: Area, names: Names): Slice {
	const [carrier] = area.carrier ?? [];
	const implied = carrier === undefined ? null : channelsOfKind[names.kindOfCarrier(carrier)];
	return {
		service: area.service?.map((one) => names.nameOf("service", one)).sort() ?? null,
		region: area.region?.map((one) => names.nameOf("region", one)).sort() ?? null,
		carrier: area.carrier?.map((one) => names.nameOf("carrier", one)).sort() ?? null,
		channel: area.channel?.map((one) => channels[one] ?? "sms") ?? implied,
	};
}

/** The numbers behind a slice's words: every channel of a carrier's kind is the carrier alone. */
export function areaOf(slice: Slice, names: Names): Area {
	const channel = slice.channel?.map((one) => names.channel(one)) ?? null;
	const kind = carrierKinds.find(
		(one) => channel?.length === channelNumbersOf[one].length && channelNumbersOf[one].every((c) => channel.includes(c)),
	);
	const under = channel?.[0] ?? 0;
	return {
		service: slice.service?.map((one) => names.service(one)) ?? null,
		region: slice.region?.map((one) => names.region(one)) ?? null,
		carrier: slice.carrier?.map((one) => names.carrier(one, under)) ?? null,
		channel: slice.carrier !== null && kind !== undefined ? null : channel,
	};
}
