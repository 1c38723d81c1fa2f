import type { Service } from "@/lib/catalog/catalog";
import { domainOf } from "@/lib/catalog/domain";
import { useFormPhrases } from "./form-speech";
import { useLink } from "./linking";
import { FieldProblem, hasProblem } from "./problem";
import type { ReportState } from "./report-state";

type ServiceFieldProps = { service: Service | null; typed: string | undefined; names: readonly string[]; state: ReportState };

/** Chosen by the address, or looked up by name; the list helps and does not bind. */
export function ServiceField({ service, typed, names, state }: ServiceFieldProps) {
	const phrases = useFormPhrases();
	const link = useLink();
	if (service)
		return (
			<div className="flex items-baseline justify-between gap-3 border-y border-rule py-3">
				<input type="hidden" name="service" value={service.slug} />
				<span>
					<span className="text-ink-2">{phrases.codeFrom}</span> <b>{service.name}</b>
				</span>
				<a href={link("/report")}>{phrases.change}</a>
			</div>
		);
	return (
		<div className="grid gap-2">
			<label htmlFor="service" className="font-strong">
				{phrases.who}
			</label>
			<input
				id="service"
				name="service"
				list="service-names"
				required
				defaultValue={typed}
				autoComplete="off"
				aria-invalid={hasProblem(state, "service")}
				aria-describedby="service-problem"
				className="field"
			/>
			<datalist id="service-names">
				{names.map((name) => (
					<option key={name} value={name} />
				))}
			</datalist>
			<FieldProblem state={state} field="service" id="service-problem" />
			{state.kind === "refused" && state.refusal.word === "unknown-service" && <Suggestion typed={typed ?? ""} />}
		</div>
	);
}

/** A tick and no second button: Enter in any field must not suggest by accident. */
function Suggestion({ typed }: { typed: string }) {
	const { notListed } = useFormPhrases();
	const domain = domainOf(typed);
	if (domain === null) return <p className="text-s text-ink-2">{notListed.typeDomain}</p>;
	return (
		<label className="tap">
			<input type="checkbox" name="suggest" value={domain} />
			<span>{notListed.suggest(domain)}</span>
			<small>{notListed.looked}</small>
		</label>
	);
}
