import { incidentStates } from "@/lib/incident";
import type { IncidentPlaces } from "@/lib/incident-list";
import { incidentWords } from "@/lib/words";
import { type Choice, choiceWords } from "./incident-choice";

type Option = { key: string; name: string };
type IncidentFiltersProps = { choice: Choice; services: readonly Option[]; places: IncidentPlaces; today: string };

/** The choice stands in the address, so that a view can be handed on. */
export function IncidentFilters({ choice, services, places, today }: IncidentFiltersProps) {
	const states = incidentStates.map((key) => ({ key, name: incidentWords[key] }));
	return (
		<form
			method="get"
			action="/incidents"
			className="grid grid-cols-2 items-end gap-3 border-t border-rule py-4 wide:grid-cols-[repeat(4,minmax(0,1fr))_10rem_auto]"
		>
			<Filter name="state" choice={choice} options={states} />
			<Filter name="service" choice={choice} options={services} />
			<Filter name="carrier" choice={choice} options={places.carriers} />
			<Filter name="region" choice={choice} options={places.regions} />
			<label className="grid gap-1 text-s">
				{choiceWords.day.label}
				<input type="date" name="day" defaultValue={choice.day?.key} max={today} className="field" />
			</label>
			<button type="submit" className="button min-h-12">
				Show
			</button>
		</form>
	);
}

/** What is chosen can be chosen, though no incident names it. */
function Filter({ name, choice, options }: { name: Exclude<keyof Choice, "day">; choice: Choice; options: readonly Option[] }) {
	const chosen = choice[name];
	const isAmong = chosen === undefined || options.some(({ key }) => key === chosen.key);
	return (
		<label className="grid gap-1 text-s">
			{choiceWords[name].label}
			<select name={name} defaultValue={chosen?.key ?? ""} className="field field-choice">
				<option value="">{choiceWords[name].any}</option>
				{(isAmong ? options : [chosen, ...options]).map((option) => (
					<option key={option.key} value={option.key}>
						{option.name}
					</option>
				))}
			</select>
		</label>
	);
}
