// The services somebody spoke of, by channel; the others by name. The word of a cell is for the screen reader, the key stands below.

import type { ServiceSummary } from "@/lib/overview";
import { type Channel, channels } from "@/lib/report";
import { channelWords } from "@/lib/words";
import { ChannelList } from "./channel-list";
import { KeepKey } from "./keep-button";
import { QuietServices } from "./quiet-services";
import { ServiceColumns, ServiceHead } from "./service-head";
import { Shape, StateWord } from "./shape";
import { type Look, lookOf, lookOfStatus, quiet } from "./tone";

const short: Partial<Record<Channel, string>> = { authenticator: "App", backup: "Backup", key: "Key" };

/** Rows that always stand here; beyond them only who was spoken of. */
const ROWS_MIN = 14;

type ServiceGridProps = { services: readonly ServiceSummary[]; caption: string; only?: Channel | undefined };

/** `only`: of one channel, with its numbers. */
export function ServiceGrid({ services, caption, only }: ServiceGridProps) {
	const spokenOf = services.filter((service) => service.reporters > 0 || service.state === "raised" || service.state === "failing");
	const first = [
		...spokenOf,
		...services.filter((service) => !spokenOf.includes(service)).slice(0, Math.max(0, ROWS_MIN - spokenOf.length)),
	];
	const rest = services.filter((service) => !first.includes(service));
	return (
		<>
			{only ? <ChannelList services={first} caption={caption} /> : <GridTable services={first} caption={caption} />}
			{rest.length > 0 && <QuietServices services={rest} />}
			<p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-xs text-ink-2">
				{[lookOf("failing"), lookOf("raised"), lookOf("calm"), { ...quiet, word: "No verdict" }, lookOf("unknown")].map((look) => (
					<StateWord key={look.word} look={look} word={look.word.toLowerCase()} className="!font-text" />
				))}
				{!only && <span>blank: not offered. Percentages: share of those who answered whose code failed.</span>}
				{services.some((service) => service.demo) && <span>dashed line: demo</span>}
				<KeepKey />
			</p>
		</>
	);
}

function GridTable({ services, caption }: { services: readonly ServiceSummary[]; caption: string }) {
	return (
		<table className="ruled table-fixed">
			<caption className="sr-only">{caption}</caption>
			<thead>
				<tr>
					<ServiceColumns />
					{channels.map((channel) => (
						<th key={channel} scope="col" className="!px-0 !text-center">
							<span className="inline-block leading-[1.1] whitespace-nowrap max-wide:rotate-180 max-wide:[writing-mode:vertical-rl]">
								{short[channel] ?? channelWords[channel].name}
							</span>
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{services.map((service) => (
					<tr key={service.slug}>
						<ServiceHead service={service} />
						{channels.map((channel) => (
							<Cell key={channel} service={service} channel={channel} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Cell({ service, channel }: { service: ServiceSummary; channel: Channel }) {
	const status = service.channels.find((candidate) => candidate.channel === channel);
	if (!status && !service.offered.includes(channel))
		return (
			<td>
				<span className="sr-only">not offered</span>
			</td>
		);
	const look = lookOfCell(service, status);
	const isHot = look.shape === "failing" || look.shape === "possible";
	return (
		<td className={`${look.tone} !px-0 !text-center !align-middle text-tone ${isHot ? "bg-wash" : ""}`}>
			<Shape name={look.shape} className="inline-block size-[15px] align-[-0.15em]" />
			<span className="sr-only">{look.word.toLowerCase()}</span>
			{isHot && status && status.answered > 0 && (
				<small className="text-s text-ink-2 max-wide:block max-wide:leading-none max-sm:sr-only wide:ms-1.5">
					{Math.round((100 * status.failed) / status.answered)}%
				</small>
			)}
		</td>
	);
}

/** Each channel by its own people, even where the service as a whole is calm. */
function lookOfCell(service: ServiceSummary, status: ServiceSummary["channels"][number] | undefined): Look {
	return status ? lookOfStatus(status) : service.state === "unknown" ? lookOf("unknown") : quiet;
}
