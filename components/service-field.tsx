import type { Service } from "@/lib/catalog/catalog";
import { FieldProblem, problemOf } from "./problem";
import type { ReportState } from "./report-state";

type ServiceFieldProps = { service: Service | null; typed: string | undefined; names: readonly string[]; state: ReportState };

/** Chosen by the address, or looked up by name; the list helps and does not bind. */
export function ServiceField({ service, typed, names, state }: ServiceFieldProps) {
	if (service)
		return (
			<div className="flex items-baseline justify-between gap-3 border-y border-rule py-3">
				<input type="hidden" name="service" value={service.slug} />
				<span>
					<span className="text-ink-2">Code from</span> <b>{service.name}</b>
				</span>
				<a href="/report">Change</a>
			</div>
		);
	return (
		<div className="grid gap-2">
			<label htmlFor="service" className="font-strong">
				Who should have sent the code?
			</label>
			<input
				id="service"
				name="service"
				list="service-names"
				required
				defaultValue={typed}
				autoComplete="off"
				aria-invalid={problemOf(state, "service") !== null}
				aria-describedby="service-problem"
				className="field"
			/>
			<datalist id="service-names">
				{names.map((name) => (
					<option key={name} value={name} />
				))}
			</datalist>
			<FieldProblem state={state} field="service" id="service-problem" />
		</div>
	);
}
