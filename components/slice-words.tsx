import type { Slice } from "@/lib/incident";
import { channelWords } from "@/lib/words";

const countryNames = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** A slice as people read it: "SMS, Germany". Everywhere where nothing is narrowed. */
export function SliceWords({ slice }: { slice: Slice }) {
	const parts = [
		slice.channel?.map((channel) => channelWords[channel].name).join(" and "),
		slice.carrier?.join(" and "),
		slice.region?.map(regionWords).join(" and "),
	].filter((part) => part !== undefined);
	return (
		<>
			{parts.length > 0 ? parts.join(", ") : "every channel"}
			{slice.region === null && ", everywhere"}
		</>
	);
}

function regionWords(code: string): string {
	return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}
