import { FieldProblem } from "./problem";
import type { ReportState } from "./report-state";

const times = [
	{ minutes: "0", label: "Just now" },
	{ minutes: "30", label: "In the last hour" },
	{ minutes: "360", label: "Earlier today" },
] as const;

export function TriedTaps({ chosen = "0", state }: { chosen: string | undefined; state: ReportState }) {
	return (
		<fieldset aria-describedby="tried-problem">
			<legend className="leading-[1.35] font-strong">When did you last try?</legend>
			<div className="mt-3 grid grid-cols-3 gap-2">
				{times.map(({ minutes, label }) => (
					<label key={minutes} className="tap tap-bare">
						<input type="radio" name="tried" value={minutes} defaultChecked={chosen === minutes} />
						<span>{label}</span>
					</label>
				))}
			</div>
			<FieldProblem state={state} field="triedMinutesAgo" id="tried-problem" />
		</fieldset>
	);
}
