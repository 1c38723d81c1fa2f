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
	if (!reading.flows.some(isTold)) return <NothingToTell reading={reading} />;
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
				<tbody className="[--excess:var(--seen)] [&_:is(td,th)]:!align-middle">
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
				{withheld && failed !== null && <small className="block text-xs font-text text-ink-2">and perhaps a few more</small>}
			</th>
			{failed === null || arrived === null ? (
				<td colSpan={2} className="figure text-ink-2">
					a few, or nobody
				</td>
			) : (
				<>
					<td className="figure">{figure(failed)}</td>
					<td className="figure ps-2">{figure(arrived)}</td>
				</>
			)}
			<td className="ps-4">{answered > 0 && <ShareBar share={(failed ?? 0) / answered} />}</td>
		</tr>
	);
}

function Window({ reading: { from, to, flows } }: { reading: FlowReading }) {
	const isPartly = flows.some(({ withheld }) => withheld);
	return (
		<p className="mt-3 max-w-measure text-s text-ink-2">
			<Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />, as far as it may be told.
			{isPartly && ` “A few” are fewer than ${REPORTERS_PUBLISHED_MIN} people in an hour.`} <a href="/method#small">Small numbers</a>
		</p>
	);
}

/** What is said where there is nothing to put in a table. */
function NothingToTell({ reading: { from, to, kept, flows } }: { reading: FlowReading }) {
	if (!kept) return <p className="max-w-measure">Reports of that time are no longer kept, and nothing else says what codes were for.</p>;
	if (flows.length === 0)
		return <p className="max-w-measure">This is told once the half hour is over; where few people speak, once the hour is.</p>;
	return (
		<p className="max-w-measure">
			{flows.some(({ withheld }) => withheld) ? "Too few people reported anything to tell what for" : "Nobody reported anything"} from{" "}
			<Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />.
		</p>
	);
}

function isTold({ failed, arrived }: FlowCount): boolean {
	return (failed ?? 0) + (arrived ?? 0) > 0;
}
