import type { Service } from "@/lib/catalog/catalog";
import type { ChannelStatus, Status } from "@/lib/status";
import { channelWords, figure, usually } from "@/lib/words";
import { StateWord } from "./shape";
import { ShareBar } from "./share-bar";
import { lookOfStatus } from "./tone";

export function ChannelTable({ service, status }: { service: Service; status: Status }) {
	const shown = new Set<string>(status.channels.map(({ channel }) => channel));
	const absent = Object.entries(channelWords).flatMap(([channel, { name }]) => (shown.has(channel) ? [] : [name]));
	return (
		<table className="ruled">
			<thead>
				<tr>
					<th scope="col">Channel</th>
					<th scope="col">Now</th>
					<th scope="col" className="figure">
						Failed
					</th>
					<th scope="col" className="w-[26%] ps-4 wide:w-[34%]">
						Share <span className="wide:whitespace-nowrap">(tick: usual)</span>
					</th>
					<th scope="col" className="figure max-wide:hidden">
						Usual
					</th>
				</tr>
			</thead>
			<tbody>
				{status.channels.map((channel) => (
					<ChannelRow key={channel.channel} channel={channel} />
				))}
				{absent.length > 0 && (
					<tr>
						<th scope="row" className="max-w-40 !font-text text-ink-2">
							{absent.join(", ")}
						</th>
						<td colSpan={4} className="text-ink-3">
							Not offered by {service.name}, as far as we know
						</td>
					</tr>
				)}
			</tbody>
		</table>
	);
}

function ChannelRow({ channel }: { channel: ChannelStatus }) {
	const look = lookOfStatus(channel);
	const isRead = channel.state !== "unknown";
	return (
		<tr className={look.tone}>
			<th scope="row" className="[overflow-wrap:anywhere] min-[23rem]:min-w-27">
				{channelWords[channel.channel].name}
			</th>
			<td className="max-wide:[&_*]:!whitespace-normal">
				<StateWord look={look} />
			</td>
			<td className="figure max-wide:!whitespace-normal">
				{isRead && channel.answered > 0 ? `${figure(channel.failed)} of ${figure(channel.answered)}` : "–"}
			</td>
			<td className="ps-4 !align-middle">
				{isRead && channel.answered > 0 && (
					<ShareBar share={channel.failed / channel.answered} usual={channel.expected / channel.answered} />
				)}
			</td>
			<td className="figure max-wide:hidden">{isRead ? usually(channel.expected) : "–"}</td>
		</tr>
	);
}
