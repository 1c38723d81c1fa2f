"use client";
// Interaction: another country brings its own list of carriers. Without scripts the carrier can still be typed.
import { useEffect, useState } from "react";
import { useFormPhrases } from "./form-speech";
import { FieldProblem, hasProblem } from "./problem";
import type { Choices } from "./report-form";
import type { ReportState, Typed } from "./report-state";

type PlaceFieldsProps = { country: string | null; typed: Typed; choices: Choices; state: ReportState };

export function PlaceFields({ country, typed, choices, state }: PlaceFieldsProps) {
	const phrases = useFormPhrases();
	const [networks, setNetworks] = useState(choices.networks);
	// What was left behind may have been about another country than the one guessed now.
	useEffect(() => {
		if (typed.region !== undefined && typed.region !== country) networksOf(typed.region).then(setNetworks);
	}, [typed.region, country]);
	return (
		<div className="grid gap-4 border-y border-rule py-4">
			<div className="grid gap-2">
				<label htmlFor="region" className="font-strong">
					{phrases.where}
				</label>
				<select
					id="region"
					name="region"
					defaultValue={typed.region ?? ""}
					aria-invalid={hasProblem(state, "region")}
					aria-describedby="region-hint region-problem"
					onChange={(event) => networksOf(event.target.value).then(setNetworks)}
					className="field field-choice"
				>
					<option value="">{phrases.chooseCountry}</option>
					{choices.countries.map(({ code, name }) => (
						<option key={code} value={code}>
							{name}
						</option>
					))}
				</select>
				<p id="region-hint" className="text-s text-ink-2">
					{country ? `${phrases.guessed} ` : ""}
					{phrases.onlyCountry}
				</p>
				<FieldProblem state={state} field="region" id="region-problem" />
			</div>
			<CarrierField name="network" kind="mobile" label={phrases.network} names={networks} typed={typed.network} state={state} />
			<CarrierField name="mailbox" kind="mailbox" label={phrases.mailbox} names={choices.mailboxes} typed={typed.mailbox} state={state} />
		</div>
	);
}

type CarrierFieldProps = {
	name: "network" | "mailbox";
	kind: "mobile" | "mailbox";
	label: string;
	names: readonly string[];
	typed: string | undefined;
	state: ReportState;
};

/** Shown by the style sheet while a channel is chosen that somebody carries. */
function CarrierField({ name, kind, label, names, typed, state }: CarrierFieldProps) {
	const { optional } = useFormPhrases();
	const isMine = (state.typed.channel === "email") === (kind === "mailbox");
	return (
		<div data-carried={kind} className="grid gap-2">
			<label htmlFor={name} className="font-strong">
				{label} <span className="font-text text-ink-2">{optional}</span>
			</label>
			<input
				id={name}
				name={name}
				list={`${name}-names`}
				defaultValue={typed}
				autoComplete="off"
				maxLength={120}
				aria-invalid={isMine && hasProblem(state, "carrier")}
				aria-describedby={`${name}-problem`}
				className="field"
			/>
			<datalist id={`${name}-names`}>
				{names.map((option) => (
					<option key={option} value={option} />
				))}
			</datalist>
			{isMine && <FieldProblem state={state} field="carrier" id={`${name}-problem`} />}
		</div>
	);
}

/** The names of a country's networks; none when they cannot be fetched, and then one types. */
async function networksOf(country: string): Promise<readonly string[]> {
	if (country === "") return [];
	try {
		const answer = await fetch(`/api/v1/carriers?country=${encodeURIComponent(country)}`);
		const { carriers }: { carriers: readonly { name: string; country: string | null }[] } = await answer.json();
		return carriers.filter((carrier) => carrier.country === country).map(({ name }) => name);
	} catch {
		return [];
	}
}
