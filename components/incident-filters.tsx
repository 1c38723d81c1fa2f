import type { Service } from "@/lib/catalog/catalog";
import { type IncidentState, incidentStates } from "@/lib/incident";
import { incidentWords } from "@/lib/words";

type IncidentFiltersProps = { state: IncidentState | undefined; service: string | undefined; services: readonly Service[] };

/** The choice stands in the address, so that a view can be handed on. */
export function IncidentFilters({ state, service, services }: IncidentFiltersProps) {
	return (
		<form method="get" action="/incidents" className="flex flex-wrap items-end gap-3 border-t border-rule py-4">
			<label className="grid gap-1 text-s">
				State
				<select name="state" defaultValue={state ?? ""} className="field field-choice">
					<option value="">All</option>
					{incidentStates.map((value) => (
						<option key={value} value={value}>
							{incidentWords[value]}
						</option>
					))}
				</select>
			</label>
			<label className="grid gap-1 text-s">
				Service
				<select name="service" defaultValue={service ?? ""} className="field field-choice">
					<option value="">All</option>
					{services
						.toSorted((a, b) => a.name.localeCompare(b.name, "en"))
						.map(({ slug, name }) => (
							<option key={slug} value={slug}>
								{name}
							</option>
						))}
				</select>
			</label>
			<button type="submit" className="button min-h-12">
				Show
			</button>
		</form>
	);
}
