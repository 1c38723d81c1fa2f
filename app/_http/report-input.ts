// The form's fields as the one schema of a report reads them. Only names are changed here; what is right or wrong with
// them is said by lib/report.ts.
import { fieldNames, type Typed } from "@/components/report-state";
import type { Catalog } from "@/lib/catalog/catalog";
import { channels, isCarried } from "@/lib/report";

/** The fields as typed. Browsers post a line break as two characters and count it as one, and so do we. */
export function typedOf(form: FormData): Typed {
	const typed: Typed = {};
	for (const name of fieldNames) {
		const value = form.get(name);
		if (typeof value === "string" && value !== "") typed[name] = value.replaceAll("\r\n", "\n");
	}
	return typed;
}

export function inputOf(typed: Typed, catalog: Catalog): Record<string, unknown> {
	const { service, channel, symptom, region, flow, note, website } = typed;
	return {
		service: service ?? "",
		channel,
		symptom,
		...(region && { region }),
		...carrierOf(typed, catalog),
		...(flow && { flow }),
		...(typed.waited && { waitedSeconds: Number(typed.waited) }),
		triedMinutesAgo: Number(typed.tried ?? 0),
		...(note && { note }),
		...(website && { website }),
	};
}

/** People know a carrier by its name, the catalogue by its key. A name nobody knows goes on as typed and is refused there. */
function carrierOf(typed: Typed, catalog: Catalog): { carrier?: string } {
	const channel = channels.find((one) => one === typed.channel);
	const word = channel === "email" ? typed.mailbox : typed.network;
	if (!channel || !isCarried(channel) || !word) return {};
	const known = channel === "email" ? catalog.mailboxHosts : catalog.carriersOf(typed.region ?? "");
	const fold = (text: string) => text.trim().toLocaleLowerCase("en");
	return { carrier: known.find(({ name, key }) => fold(name) === fold(word) || key === fold(word))?.key ?? word };
}
