// Which services' codes failed in a place: a row for each service and channel that may be told.
import type { Named } from "@/lib/incident-list";
import type { ServiceCount } from "@/lib/places-of";
import { channelWords, figure } from "@/lib/words";
import { ShareBar } from "./share-bar";

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
				{counts.map(({ service, channel, failed, answered, withheld }) => (
					<tr key={`${service} ${channel}`}>
						<th scope="row">
							<a href={`/services/${service}`} className="link-ink inline-flex min-h-6 items-center">
								{names.get(service) ?? service}
							</a>
						</th>
						<td className="!whitespace-normal">{channelWords[channel].name}</td>
						<td className="figure max-wide:!whitespace-normal">
							{figure(failed)} of {figure(answered)}
							{withheld && <small className="block text-xs text-ink-2">and perhaps a few more</small>}
						</td>
						<td className="ps-4 !align-middle">
							<ShareBar share={failed / answered} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
