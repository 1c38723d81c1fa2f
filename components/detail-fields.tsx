import { maskNote } from "@/lib/note";
import { flowWords } from "@/lib/words";
import { FieldProblem, problemOf } from "./problem";
import type { Choices } from "./report-form";
import type { ReportState, Typed } from "./report-state";

const waits = [
	{ seconds: "30", label: "Under a minute" },
	{ seconds: "180", label: "1 to 5 minutes" },
	{ seconds: "600", label: "5 to 15 minutes" },
	{ seconds: "2100", label: "15 minutes to an hour" },
	{ seconds: "7200", label: "Longer than an hour" },
] as const;

export function DetailFields({ typed, choices, state }: { typed: Typed; choices: Choices; state: ReportState }) {
	const isOpen = Boolean(typed.waited || typed.flow || typed.note);
	return (
		<details open={isOpen}>
			<summary className="py-2 font-mid text-act">Add how long you waited, or what you were doing</summary>
			<div className="grid gap-4 pt-3 pb-2">
				<Choice
					name="waited"
					label="How long did you wait?"
					chosen={typed.waited}
					options={waits.map(({ seconds, label }) => [seconds, label])}
					field="waitedSeconds"
					state={state}
				/>
				<Choice
					name="flow"
					label="What were you doing?"
					chosen={typed.flow}
					options={choices.flows.map((flow) => [flow, flowWords[flow]])}
					field="flow"
					state={state}
				/>
				<div className="grid gap-2">
					<label htmlFor="note" className="font-strong">
						Anything else? <span className="font-text text-ink-2">(optional)</span>
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
						aria-invalid={problemOf(state, "note") !== null}
						aria-describedby="note-hint note-problem"
						className="field"
					/>
					<p id="note-hint" className="text-s text-ink-2">
						Leave out numbers, names, codes and links: we strike them out. Nobody but a moderator reads this.
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
	return (
		<div className="grid gap-2">
			<label htmlFor={name} className="font-strong">
				{label} <span className="font-text text-ink-2">(optional)</span>
			</label>
			<select
				id={name}
				name={name}
				defaultValue={chosen ?? ""}
				aria-invalid={problemOf(state, field) !== null}
				aria-describedby={`${name}-problem`}
				className="field field-choice"
			>
				<option value="">Rather not say</option>
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
