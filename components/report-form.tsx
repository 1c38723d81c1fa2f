"use client";
// Interaction: the report is sent without leaving the page, waits here while there is no connection, and what was typed
// stays whatever happens. Without scripts the same form posts to the same action and the server draws the same answer.
import { useState } from "react";
import type { Service } from "@/lib/catalog/catalog";
import type { Channel, Flow, Symptom } from "@/lib/report";
import { ChannelTaps } from "./channel-taps";
import { DetailFields } from "./detail-fields";
import { useFormPhrases } from "./form-speech";
import { LastReportBar } from "./last-report-bar";
import { PlaceFields } from "./place-fields";
import { Problem } from "./problem";
import type { ReportAction, Typed } from "./report-state";
import { ReportThanks } from "./report-thanks";
import { SendBar } from "./send-bar";
import { ServiceField } from "./service-field";
import { useSpeech } from "./speech";
import { SymptomTaps } from "./symptom-taps";
import { TriedTaps } from "./tried-taps";
import { type ReportDesk, useReport } from "./use-report";
import { WaitingReports } from "./waiting-reports";

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

export type ReportFormProps = {
	service: Service | null;
	chosen: Pick<Typed, "service" | "channel" | "symptom">;
	country: string | null;
	choices: Choices;
};

export function ReportForm({ action, service, chosen, country, choices }: ReportFormProps & { action: ReportAction }) {
	const [first] = useState(() => firstTyped({ service, chosen, country }));
	const desk = useReport({ action, first, name: service?.name });
	const { state, isPending } = desk;
	const isSent = state.kind === "sent" || state.kind === "answered";
	return (
		<div className="grid max-w-[36rem] grid-cols-[minmax(0,1fr)] content-start gap-8">
			<WaitingReports own={state.kind === "waiting" ? state.key : null} take={desk.take} startAnew={desk.startAnew} />
			{isSent && <ReportThanks state={state} post={desk.post} answer={desk.answer} isPending={isPending} />}
			{!isSent && state.kind !== "waiting" && (
				<>
					<LastReportBar className="rounded-sheet border border-rule bg-raised p-4" />
					<Fields desk={desk} service={service} country={country} choices={choices} />
				</>
			)}
		</div>
	);
}

type FieldsProps = { desk: ReportDesk; service: Service | null; country: string | null; choices: Choices };

function Fields({ desk: { form, state, post, send, keep, isPending }, service, country, choices }: FieldsProps) {
	const { typed } = state;
	const { lead } = useFormPhrases();
	const { nav } = useSpeech().phrases;
	return (
		// The key draws the fields anew from what was typed: React empties a form after its action.
		<form
			key={JSON.stringify(state)}
			ref={form}
			action={post}
			onSubmit={send}
			onChange={keep}
			className="grid grid-cols-[minmax(0,1fr)] gap-8"
		>
			<div>
				<h1 className="mb-1 text-xl">{nav.report}</h1>
				<p className="text-ink-2">{lead}</p>
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

function firstTyped({ service, chosen, country }: Pick<ReportFormProps, "service" | "chosen" | "country">): Typed {
	const channel = chosen.channel ?? service?.channels[0];
	return {
		...chosen,
		...(service && { service: service.slug }),
		...(channel && { channel }),
		...(country && { region: country }),
		tried: "0",
	};
}
