import { maskNote } from "@/lib/note";
import { waitedChoices } from "./form-phrases";
import { useFormPhrases } from "./form-speech";
import { FieldProblem, hasProblem } from "./problem";
import type { Choices } from "./report-form";
import type { ReportState, Typed } from "./report-state";

export function DetailFields({ typed, choices, state }: { typed: Typed; choices: Choices; state: ReportState }) {
	const phrases = useFormPhrases();
	const isOpen = Boolean(typed.waited || typed.flow || typed.note);
	return (
		<details open={isOpen}>
			<summary className="py-2 font-mid text-act">{phrases.more}</summary>
			<div className="grid gap-4 pt-3 pb-2">
				<Choice
					name="waited"
					label={phrases.howLong}
					chosen={typed.waited}
					options={waitedChoices.map((seconds) => [seconds, phrases.waited[seconds]])}
					field="waitedSeconds"
					state={state}
				/>
				<Choice
					name="flow"
					label={phrases.doing}
					chosen={typed.flow}
					options={choices.flows.map((flow) => [flow, phrases.flows[flow]])}
					field="flow"
					state={state}
				/>
				<div className="grid gap-2">
					<label htmlFor="note" className="font-strong">
						{phrases.anythingElse} <span className="font-text text-ink-2">{phrases.optional}</span>
					</label>
					<textarea
						id="note"
						name="note"
						rows={3}
						maxLength={choices.noteLengthMax}
						defaultValue={typed.note}
						onBlur={({ currentTarget }) => {
							currentTarget.value = maskNote(currentTarget.value);
						}}
						aria-invalid={hasProblem(state, "note")}
						aria-describedby="note-hint note-problem"
						className="field"
					/>
					<p id="note-hint" className="text-s text-ink-2">
						{phrases.noteHint}
					</p>
					<FieldProblem state={state} field="note" id="note-problem" />
				</div>
			</div>
		</details>
	);
}

type ChoiceProps = {
	name: "waited" | "flow";
	label: string;
	chosen: string | undefined;
	options: readonly (readonly [string, string])[];
	field: "waitedSeconds" | "flow";
	state: ReportState;
};

function Choice({ name, label, chosen, options, field, state }: ChoiceProps) {
	const { optional, ratherNot } = useFormPhrases();
	return (
		<div className="grid gap-2">
			<label htmlFor={name} className="font-strong">
				{label} <span className="font-text text-ink-2">{optional}</span>
			</label>
			<select
				id={name}
				name={name}
				defaultValue={chosen ?? ""}
				aria-invalid={hasProblem(state, field)}
				aria-describedby={`${name}-problem`}
				className="field field-choice"
			>
				<option value="">{ratherNot}</option>
				{options.map(([value, words]) => (
					<option key={value} value={value}>
						{words}
					</option>
				))}
			</select>
			<FieldProblem state={state} field={field} id={`${name}-problem`} />
		</div>
	);
}
