// What people were trying to do, and how it went: one row for each flow, and one for those who named none.
import type { FlowReading } from "@/lib/flows";
import { type FlowCount, REPORTERS_PUBLISHED_MIN } from "@/lib/publish";
import { figure, flowWords } from "@/lib/words";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { ShareBar } from "./share-bar";

/** `null`: it could not be read. */
export function FlowTable({ reading }: { reading: FlowReading | null }) {
	if (reading === null) return <NotRead what="What the codes were for" />;
	const instead = wordsInstead(reading);
	if (instead !== null) return <p className="max-w-measure">{instead}</p>;
	return (
		<>
			<table className="ruled">
				<thead>
					<tr>
						<th scope="col">The code was for</th>
						<th scope="col" className="figure">
							Failed
						</th>
						<th scope="col" className="figure ps-2">
							In time
						</th>
						<th scope="col" className="w-[24%] ps-4 wide:w-[34%]">
							Share that failed
						</th>
					</tr>
				</thead>
				<tbody className="[--excess:var(--seen)]">
					{reading.flows.map((count) => (
						<FlowRow key={count.flow} count={count} />
					))}
				</tbody>
			</table>
			<Window reading={reading} />
		</>
	);
}

function FlowRow({ count: { flow, failed, arrived, withheld } }: { count: FlowCount }) {
	const answered = (failed ?? 0) + (arrived ?? 0);
	return (
		<tr>
			<th scope="row" className={flow === null ? "!font-text text-ink-2" : undefined}>
				{flow === null ? "Not said" : flowWords[flow]}
				{withheld && failed !== null && <small className="block text-xs font-text text-ink-2">and a few more</small>}
			</th>
			<td className="figure">{failed === null ? "a few" : figure(failed)}</td>
			<td className="figure ps-2">{arrived === null ? "a few" : figure(arrived)}</td>
			<td className="ps-4 !align-middle">{answered > 0 && <ShareBar share={(failed ?? 0) / answered} />}</td>
		</tr>
	);
}

function Window({ reading: { from, to, flows } }: { reading: FlowReading }) {
	const isPartly = flows.some(({ withheld }) => withheld);
	return (
		<p className="mt-3 max-w-measure text-s text-ink-2">
			<Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />, as far as it may be told.
			{isPartly && ` “A few” are fewer than ${REPORTERS_PUBLISHED_MIN} in an hour, or nobody.`} <a href="/method#small">Small numbers</a>
		</p>
	);
}

/** What is said where there is nothing to put in a table. */
function wordsInstead({ kept, flows }: FlowReading): string | null {
	if (!kept) return "Reports of that time are no longer kept, and nothing else says what codes were for.";
	if (flows.length === 0) return "This is told once the half hour is over; where few people speak, once the hour is.";
	if (flows.some(({ failed, arrived }) => (failed ?? 0) + (arrived ?? 0) > 0)) return null;
	return flows.some(({ withheld }) => withheld)
		? "Too few people have said anything in this time to tell what their codes were for."
		: "Nobody has reported anything in this time.";
}
