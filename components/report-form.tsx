"use client";
// Interaction: the report is sent without leaving the page, and what was typed stays whatever happens. Without scripts
// the same form posts to the same action and the server draws the same answer.
import { useActionState } from "react";
import type { Service } from "@/lib/catalog/catalog";
import type { Channel, Flow, Symptom } from "@/lib/report";
import { ChannelTaps } from "./channel-taps";
import { DetailFields } from "./detail-fields";
import { PlaceFields } from "./place-fields";
import { Problem } from "./problem";
import type { ReportAction, ReportState } from "./report-state";
import { ReportThanks } from "./report-thanks";
import { SendBar } from "./send-bar";
import { ServiceField } from "./service-field";
import { SymptomTaps } from "./symptom-taps";
import { TriedTaps } from "./tried-taps";

export type Choices = {
	channels: readonly Channel[];
	symptoms: readonly Symptom[];
	flows: readonly Flow[];
	noteLengthMax: number;
	services: readonly string[];
	countries: readonly { code: string; name: string }[];
	/** Of the country that is chosen at first. */
	networks: readonly string[];
	mailboxes: readonly string[];
};

type ReportFormProps = {
	action: ReportAction;
	service: Service | null;
	chosen: { channel: Channel | null; symptom: Symptom | null };
	country: string | null;
	choices: Choices;
};

export function ReportForm({ action, service, chosen, country, choices }: ReportFormProps) {
	const [state, post, isPending] = useActionState(action, firstState({ service, chosen, country }));
	if (state.kind === "sent" || state.kind === "answered") return <ReportThanks state={state} post={post} isPending={isPending} />;
	const { typed } = state;
	return (
		// The key draws the fields anew from what was typed: React empties a form after its action.
		<form key={JSON.stringify(state)} action={post} className="grid max-w-[36rem] grid-cols-[minmax(0,1fr)] content-start gap-8">
			<div>
				<h1 className="mb-1 text-xl">Report a code</h1>
				<p className="text-ink-2">Three taps if our guesses are right. No account, no phone number.</p>
			</div>
			<Problem state={state} />
			<ServiceField service={service} typed={typed.service} names={choices.services} state={state} />
			<ChannelTaps channels={choices.channels} service={service} chosen={typed.channel} state={state} />
			<SymptomTaps symptoms={choices.symptoms} chosen={typed.symptom} state={state} />
			<TriedTaps chosen={typed.tried} state={state} />
			<PlaceFields country={country} typed={typed} choices={choices} state={state} />
			<DetailFields typed={typed} choices={choices} state={state} />
			<SendBar isPending={isPending} />
		</form>
	);
}

function firstState({ service, chosen, country }: Pick<ReportFormProps, "service" | "chosen" | "country">): ReportState {
	const channel = chosen.channel ?? service?.channels[0];
	return {
		kind: "open",
		typed: {
			...(service && { service: service.slug }),
			...(channel && { channel }),
			...(chosen.symptom && { symptom: chosen.symptom }),
			...(country && { region: country }),
		},
	};
}
