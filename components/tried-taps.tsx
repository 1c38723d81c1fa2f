import { triedChoices } from "./form-phrases";
import { useFormPhrases } from "./form-speech";
import { FieldProblem } from "./problem";
import type { ReportState } from "./report-state";

export function TriedTaps({ chosen = "0", state }: { chosen: string | undefined; state: ReportState }) {
	const { when, tried } = useFormPhrases();
	return (
		<fieldset aria-describedby="tried-problem">
			<legend className="leading-[1.35] font-strong">{when}</legend>
			<div className="mt-3 grid grid-cols-3 gap-2">
				{triedChoices.map((minutes) => (
					<label key={minutes} className="tap tap-bare">
						<input type="radio" name="tried" value={minutes} defaultChecked={chosen === minutes} />
						<span>{tried[minutes]}</span>
					</label>
				))}
			</div>
			<FieldProblem state={state} field="triedMinutesAgo" id="tried-problem" />
		</fieldset>
	);
}
