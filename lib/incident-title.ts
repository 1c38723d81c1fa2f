// What is a slice called? "SMS codes from X in Germany": what did not come, from whom, over whose network, and where. The
// same words head a page, a mail and a line of a list; names come from the catalogue (lib/catalog/names.ts).
import { isSurge, type Slice, type SliceNames } from "./incident";
import type { Channel } from "./report";
import { channelWords } from "./words";

/** How the values of a slice are called by people; a value nobody knows is called by itself. */
export type DisplayNames = { service(slug: string): string; carrier(key: string): string; region(code: string): string };

/** Names that have travelled with an incident. */
export function namesIn({ service, carrier, region }: SliceNames): DisplayNames {
	return {
		service: (slug) => service[slug] ?? slug,
		carrier: (key) => carrier[key] ?? key,
		region: (code) => region[code] ?? code,
	};
}

/** "SMS codes from X in Germany", "SMS and call codes on T-Mobile (US)". */
export function titleOf(slice: Slice, names: DisplayNames): string {
	if (isSurge(slice)) return `A surge of reports about ${codesText(slice.channel)}`;
	return capital(sliceText(slice, names));
}

/** The title within a sentence: "narrowed to e-mail codes from X". */
export function sliceText(slice: Slice, names: DisplayNames): string {
	const places = [serviceText(slice, names), carrierText(slice, names), regionText(slice, names)];
	return [codesText(slice.channel), ...places].filter((part) => part !== "").join(" ");
}

/** Where a slice is narrowed beyond its service: "on EE (GB) in England (GB)"; empty when it is not. */
export function placeText(slice: Slice, names: DisplayNames): string {
	return [carrierText(slice, names), regionText(slice, names)].filter((part) => part !== "").join(" ");
}

/** Whose word is awaited: the services', or the carriers' where no service is named. */
export function partyText({ service, carrier }: Slice, names: DisplayNames): string {
	if (service !== null) return listed(service.map(names.service), "services");
	return carrier === null ? "anybody concerned" : listed(carrier.map(names.carrier), "carriers");
}

export function serviceText({ service }: Slice, names: DisplayNames): string {
	return service === null ? "" : `from ${listed(service.map(names.service), "services")}`;
}

/** A network is one people are on; a mailbox is one they have somewhere. */
export function carrierText({ carrier }: Slice, names: DisplayNames): string {
	if (carrier === null) return "";
	const isMailbox = carrier.every((key) => key.includes("."));
	return `${isMailbox ? "at" : "on"} ${listed(carrier.map(names.carrier), "carriers")}`;
}

export function regionText({ region }: Slice, names: DisplayNames): string {
	return region === null
		? ""
		: `in ${listed(
				region.map((code) => withArticle(names.region(code))),
				"regions",
			)}`;
}

/** "SMS and call codes", "SMS codes and push prompts". */
export function codesText(channel: Slice["channel"]): string {
	if (channel === null) return "codes";
	const ordered = channel.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
	const [only] = ordered;
	if (ordered.length === 1 && only !== undefined) return channelWords[only].codes;
	const shared = ordered.flatMap((one) => kindOfCode[one] ?? []);
	const others = ordered.filter((one) => kindOfCode[one] === null).map((one) => channelWords[one].codes);
	return joined(shared.length === 0 ? others : [`${joined(shared)} codes`, ...others]);
}

/** Which kind of code a channel brings, where it brings one. */
const kindOfCode = {
	sms: "SMS",
	call: "call",
	email: "e-mail",
	push: null,
	authenticator: "authenticator",
	messenger: "messenger",
	backup: "backup",
	key: null,
} as const satisfies Record<Channel, string | null>;

const order = Object.keys(kindOfCode);

/** So many names are said; of more, two and how many there are beside them. */
const NAMES_MAX = 3;

function listed(names: readonly string[], kind: "services" | "carriers" | "regions"): string {
	if (names.length <= NAMES_MAX) return joined(names);
	return `${names.slice(0, 2).join(", ")} and ${names.length - 2} more ${kind}`;
}

/** "a, b and c". */
export function joined(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Countries whose names are said with an article in English. */
const TAKES_ARTICLE =
	/^(?:Bahamas|Cayman|Central African|Comoros|Czech Republic|Dominican Republic|Falkland|Faroe|Gambia|Isle of Man|Maldives|Marshall|Netherlands|Philippines|Seychelles|Solomon|United)\b|\bIslands$/u;

/** "the United States", "Germany". */
export function withArticle(name: string): string {
	return TAKES_ARTICLE.test(name) ? `the ${name}` : name;
}

export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
