// What a narrowed overview holds, and what it cannot say: a country has no status.
import type { NarrowedOverview } from "@/lib/narrowing";
import { channelWords, figure } from "@/lib/words";
import { chosenParts, kindName, narrowingWords, type OverviewChoice, overviewAddress } from "./overview-choice";

type NarrowedNoteProps = { overview: NarrowedOverview; choice: OverviewChoice; countAll: number };

export function NarrowedNote({ overview, choice, countAll }: NarrowedNoteProps) {
	const { channel, category, country } = choice.narrowing;
	if (overview.services.length === 0) return <Nothing choice={choice} />;
	return (
		<div role="status" className="grid max-w-measure gap-1 py-4">
			{(channel || category) && (
				<p>
					<b>
						{figure(overview.services.length)} of {figure(countAll)} services
					</b>{" "}
					{matchText(choice)}.{channel && " The counts and the states are of that channel alone."}
				</p>
			)}
			{country && (
				<p>
					<b>{openText(overview, country.name)}</b> {elsewhereText(overview.openElsewhere)}Only incidents are narrowed to a country: the
					counts and states of services are of everybody, everywhere.
				</p>
			)}
		</div>
	);
}

function matchText({ narrowing: { channel, category } }: OverviewChoice): string {
	const kind = category && `are of the kind “${kindName(category)}”`;
	const by = channel && `offer ${channelWords[channel].codes}, or somebody spoke of them today`;
	return [kind, by].filter(Boolean).join(" and ");
}

function openText({ open }: NarrowedOverview, country: string): string {
	if (open.length === 0) return `No open incident that we know of may concern ${country}.`;
	return open.length === 1 ? `1 open incident may concern ${country}.` : `${open.length} open incidents may concern ${country}.`;
}

function elsewhereText(count: number): string {
	if (count === 0) return "";
	return count === 1 ? "1 more is elsewhere. " : `${count} more are elsewhere. `;
}

/** Says how to widen a choice that no service fits. */
function Nothing({ choice }: { choice: OverviewChoice }) {
	const parts = chosenParts(choice.narrowing);
	return (
		<div role="status" className="grid gap-4 py-8">
			<p className="text-l">No service we know fits this choice. Look wider:</p>
			<ul className="flex flex-wrap gap-3">
				{parts.length > 1 &&
					parts.map(({ part, name }) => (
						<li key={part}>
							<a href={overviewAddress(choice, { without: part })} className="button">
								{narrowingWords[part].any} instead of {name}
							</a>
						</li>
					))}
				<li>
					<a href={overviewAddress({ ...choice, narrowing: {} })} className="button">
						All services
					</a>
				</li>
			</ul>
		</div>
	);
}
