// The form's fields as the one schema of a report reads them, the same in the browser and on the server. Only names are
// changed here; what is right or wrong with them is said by lib/report.ts and lib/lookup.ts.
import type { carriedChannels } from "@/lib/report";
import { fieldNames, type Typed } from "./report-state";

/** The fields as typed. Browsers post a line break as two characters and count it as one, and so do we. */
export function typedOf(form: FormData): Typed {
	const typed: Typed = {};
	for (const name of fieldNames) {
		const value = form.get(name);
		if (typeof value === "string" && value !== "") typed[name] = value.replaceAll("\r\n", "\n");
	}
	return typed;
}

/** `triedMinutesAgo` differs from what was typed when a report had to wait. */
export function inputOf(typed: Typed, triedMinutesAgo = Number(typed.tried ?? 0)): Record<string, unknown> {
	const { service, channel, symptom, region, flow, note, website } = typed;
	const carrier = carrierOf(typed);
	return {
		service: service ?? "",
		channel,
		symptom,
		...(region && { region }),
		...(carrier && { carrier }),
		...(flow && { flow }),
		...(typed.waited && { waitedSeconds: Number(typed.waited) }),
		triedMinutesAgo,
		...(note && { note }),
		...(website && { website }),
	};
}

/** Where the form asks who carries a channel's codes; nobody carries the others. */
const carrierFields = { sms: "network", call: "network", email: "mailbox" } as const satisfies Record<
	(typeof carriedChannels)[number],
	keyof Typed
>;

function carrierOf(typed: Typed): string | undefined {
	const { channel } = typed;
	return channel === "sms" || channel === "call" || channel === "email" ? typed[carrierFields[channel]] : undefined;
}
