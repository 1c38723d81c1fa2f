import type { Symptom } from "@/lib/report";
import { symptomWords } from "@/lib/words";
import { FieldProblem } from "./problem";
import type { ReportState } from "./report-state";
import { StepNumber } from "./step-number";
import { symptomHints } from "./words";

type SymptomTapsProps = { symptoms: readonly Symptom[]; chosen: string | undefined; state: ReportState };

export function SymptomTaps({ symptoms, chosen, state }: SymptomTapsProps) {
	return (
		<fieldset aria-describedby="symptom-problem">
			<legend className="leading-[1.35] font-strong">
				<StepNumber>2</StepNumber>What happened?
			</legend>
			<div className="mt-3 grid gap-2">
				{symptoms.map((symptom) => (
					<label key={symptom} data-symptom={symptom} className={`tap ${symptom === "arrived" ? "border-dashed" : ""}`}>
						<input type="radio" name="symptom" value={symptom} required defaultChecked={chosen === symptom} />
						<span>{symptomWords[symptom]}</span>
						{symptomHints[symptom] && <small>{symptomHints[symptom]}</small>}
					</label>
				))}
			</div>
			<FieldProblem state={state} field="symptom" id="symptom-problem" />
		</fieldset>
	);
}
