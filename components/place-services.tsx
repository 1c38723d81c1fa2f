// Which services' codes failed in a place: a row for each service and channel that may be told.
import type { Named } from "@/lib/incident-list";
import type { ServiceCount } from "@/lib/places-of";
import { channelWords } from "@/lib/words";
import { CountCells } from "./place-counts";

export function PlaceServices({ counts, services }: { counts: readonly ServiceCount[]; services: readonly Named[] }) {
	const names = new Map(services.map(({ key, name }) => [key, name]));
	return (
		<table className="ruled">
			<thead>
				<tr>
					<th scope="col">Service</th>
					<th scope="col">Channel</th>
					<th scope="col" className="figure">
						Failed
					</th>
					<th scope="col" className="w-[26%] ps-4 wide:w-[34%]">
						Share that failed
					</th>
				</tr>
			</thead>
			<tbody className="[--excess:var(--seen)]">
				{counts.map(({ service, channel, ...count }) => (
					<tr key={`${service} ${channel}`}>
						<th scope="row">
							<a href={`/services/${service}`} className="link-ink inline-flex min-h-6 items-center">
								{names.get(service) ?? service}
							</a>
						</th>
						<td className="!whitespace-normal">{channelWords[channel].name}</td>
						<CountCells {...count} />
					</tr>
				))}
			</tbody>
		</table>
	);
}
