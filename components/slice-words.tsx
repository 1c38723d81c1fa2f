import type { Slice, SliceNames } from "@/lib/incident";
import { joined, namesIn } from "@/lib/incident-title";
import { channelWords } from "@/lib/words";

type SliceWordsProps = {
	slice: Slice;
	names: SliceNames;
	/** Says the services too: where they do not stand beside it. */
	withService?: boolean;
};

/** A slice as people read it: "SMS, Germany", "X · SMS and Call · T-Mobile (US) · everywhere". */
export function SliceWords({ slice, names, withService = false }: SliceWordsProps) {
	const called = namesIn(names);
	const services = slice.service?.map(called.service);
	const parts = [
		withService ? joined(services ?? ["Every service"]) : undefined,
		slice.channel === null ? "every channel" : joined(slice.channel.map((channel) => channelWords[channel].name)),
		slice.carrier && joined(slice.carrier.map(called.carrier)),
		slice.region ? joined(slice.region.map(called.region)) : "everywhere",
	];
	return <>{parts.filter((part) => part).join(withService ? " · " : ", ")}</>;
}
