// The services of one channel: in words and numbers, since there is room for them.
import type { ServiceSummary } from "@/lib/overview";
import { figure, usually } from "@/lib/words";
import { ServiceColumns, ServiceHead } from "./service-head";
import { StateWord } from "./shape";
import { lookOfStatus } from "./tone";

export function ChannelList({ services, caption }: { services: readonly ServiceSummary[]; caption: string }) {
	return (
		<table className="ruled">
			<caption className="sr-only">{caption}</caption>
			<thead>
				<tr>
					<ServiceColumns />
					<th scope="col">State</th>
					<th scope="col">Failed, of those who spoke in 30 minutes</th>
				</tr>
			</thead>
			<tbody>
				{services.map((service) => (
					<Row key={service.slug} service={service} />
				))}
			</tbody>
		</table>
	);
}

function Row({ service }: { service: ServiceSummary }) {
	const [status] = service.channels;
	const isRead = service.state !== "unknown" && status !== undefined;
	return (
		<tr>
			<ServiceHead service={service} />
			<td className="!align-middle">
				<StateWord look={lookOfStatus(service)} className="text-s" />
			</td>
			<td className="!align-middle">{isRead && <Failed status={status} />}</td>
		</tr>
	);
}

function Failed({ status: { answered, failed, expected } }: { status: ServiceSummary["channels"][number] }) {
	if (answered === 0) return <span className="text-ink-2">nobody spoke</span>;
	return (
		<>
			{figure(failed)} of {figure(answered)}
			<small className="block text-xs text-ink-3">usually {usually(expected)}</small>
		</>
	);
}
