// How are the values of a slice called by people? Networks with their country, because a brand has one in many; mailbox
// hosts by their domain, which is what stands in an address; parts of a country with it.
import type { Slice, SliceNames } from "../incident";
import type { DisplayNames } from "../incident-title";
import type { Catalog } from "./catalog";

/** What the catalogue does not know is called by itself. */
export function namesOf(catalog: Pick<Catalog, "findService" | "findCarrier" | "findRegion">): DisplayNames {
	return {
		service: (slug) => catalog.findService(slug)?.name ?? slug,
		carrier(key) {
			const carrier = catalog.findCarrier(key);
			if (carrier === null) return key;
			if (carrier.kind === "mailbox") return carrier.key;
			return carrier.country === null ? carrier.name : `${carrier.name} (${carrier.country})`;
		},
		region(code) {
			const region = catalog.findRegion(code);
			if (region === null) return code;
			return region.parent === null ? region.name : `${region.name} (${region.parent})`;
		},
	};
}

/** A network's name where its country stands beside it already: "Verizon (US)" is "Verizon". */
export function withoutCountry(name: string): string {
	return name.replace(/ \([A-Z]{2}\)$/u, "");
}

/** The names of all values of some slices, as plain values that travel. */
export function namesOfSlices(slices: readonly Slice[], names: DisplayNames): SliceNames {
	const called = (dimension: "service" | "carrier" | "region") => {
		const values = new Set(slices.flatMap((slice) => slice[dimension] ?? []));
		return Object.fromEntries([...values].map((value) => [value, names[dimension](value)]));
	};
	return { service: called("service"), carrier: called("carrier"), region: called("region") };
}
