import type { Symptom } from "@/lib/report";
import { useFormPhrases } from "./form-speech";
import { FieldProblem } from "./problem";
import type { ReportState } from "./report-state";
import { StepNumber } from "./step-number";

type SymptomTapsProps = { symptoms: readonly Symptom[]; chosen: string | undefined; state: ReportState };

export function SymptomTaps({ symptoms, chosen, state }: SymptomTapsProps) {
	const { what, symptoms: words } = useFormPhrases();
	return (
		<fieldset aria-describedby="symptom-problem">
			<legend className="leading-[1.35] font-strong">
				<StepNumber>2</StepNumber>
				{what}
			</legend>
			<div className="mt-3 grid gap-2">
				{symptoms.map((symptom) => (
					<label key={symptom} data-symptom={symptom} className={`tap ${symptom === "arrived" ? "border-dashed" : ""}`}>
						<input type="radio" name="symptom" value={symptom} required defaultChecked={chosen === symptom} />
						<span>{words[symptom].name}</span>
						{words[symptom].hint && <small>{words[symptom].hint}</small>}
					</label>
				))}
			</div>
			<FieldProblem state={state} field="symptom" id="symptom-problem" />
		</fieldset>
	);
}
