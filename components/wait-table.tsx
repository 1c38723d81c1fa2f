// How long codes took: one bar for each length of waiting, of those whose code came and who said how long; beside them, as
// plain counts, who came without saying it and whose code never came.
import { REPORTERS_PUBLISHED_MIN } from "@/lib/publish";
import { ANSWERS_MIN } from "@/lib/share";
import { waitLengths } from "@/lib/wait-lengths";
import type { WaitReading } from "@/lib/waits";
import { figure, percent, waitWords } from "@/lib/words";
import { Moment } from "./moment";
import { NotRead } from "./not-read";
import { ShareBar } from "./share-bar";
import { waitSentence } from "./wait-sentence";

/** `codes`: "codes from X". `null`: it could not be read. */
export function WaitTable({ reading, codes }: { reading: WaitReading | null; codes: string }) {
	if (reading === null) return <NotRead what={`How long ${codes} took`} />;
	const said = reading.waits.reduce((sum, { people }) => sum + (people ?? 0), 0);
	if (said === 0 && !reading.missing.people) return <NothingSaid reading={reading} codes={codes} />;
	return (
		<figure className="grid gap-3">
			<figcaption className="max-w-measure">{waitSentence(reading, codes)}</figcaption>
			{said > 0 && <Bars reading={reading} said={said} />}
			<Window reading={reading} />
		</figure>
	);
}

function Bars({ reading: { waits, missing, unsaid }, said }: { reading: WaitReading; said: number }) {
	return (
		<table className="ruled">
			<thead>
				<tr>
					<th scope="col">Waited</th>
					<th scope="col" className="w-[40%] wide:w-[50%]">
						Share of the {figure(said)} who said how long
					</th>
					<th scope="col" className="figure ps-4">
						People
					</th>
					{said >= ANSWERS_MIN && (
						<th scope="col" className="figure">
							Share
						</th>
					)}
				</tr>
			</thead>
			<tbody className="[--excess:var(--seen)]">
				{waitLengths.map(({ name, belowSeconds }) => {
					const people = waits.find((wait) => wait.belowSeconds === belowSeconds)?.people ?? null;
					return (
						<tr key={name}>
							<th scope="row" className="whitespace-nowrap">
								{waitWords[name].row}
							</th>
							<td className="!align-middle">{people !== null && <ShareBar share={people / said} />}</td>
							<td className="figure ps-4">{countWords(people)}</td>
							{said >= ANSWERS_MIN && <td className="figure">{people === null ? "–" : percent(people / said)}</td>}
						</tr>
					);
				})}
				<Beside name="Came, how long not said" people={unsaid.people} columns={said >= ANSWERS_MIN ? 2 : 1} />
				<Beside name="Never came, or not yet" people={missing.people} columns={said >= ANSWERS_MIN ? 2 : 1} />
			</tbody>
		</table>
	);
}

/** A count that is no part of the shares above it. */
function Beside({ name, people, columns }: { name: string; people: number | null; columns: number }) {
	return (
		<tr>
			<th scope="row" colSpan={2} className="!font-text text-ink-2">
				{name}
			</th>
			<td className="figure ps-4">{countWords(people)}</td>
			{columns > 1 && <td />}
		</tr>
	);
}

function countWords(people: number | null): string {
	return people === null ? "a few, or nobody" : figure(people);
}

function Window({ reading: { from, to, waits } }: { reading: WaitReading }) {
	return (
		<p className="max-w-measure text-s text-ink-2">
			<Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />. Each person counts once in six hours, where they stand
			now.
			{waits.some(({ withheld }) => withheld) && (
				<>
					{" "}
					“A few” are fewer than {REPORTERS_PUBLISHED_MIN} people in an hour. <a href="/method#small">Small numbers</a>
				</>
			)}
		</p>
	);
}

function NothingSaid({ reading: { from, to, kept, waits }, codes }: { reading: WaitReading; codes: string }) {
	if (!kept) return <p className="max-w-measure">Reports of that time are no longer kept, and nothing else says how long {codes} took.</p>;
	if (from === to)
		return <p className="max-w-measure">This is told once the half hour is over; where few people speak, once the hour is.</p>;
	const few = waits.some(({ withheld }) => withheld) ? "Too few people have said" : "Nobody has said";
	return (
		<p className="max-w-measure">
			{few} how long {codes} took, from <Moment at={from} form="day-time" /> to <Moment at={to} form="day-time" />. If yours came, say so:
			the form asks for it last.
		</p>
	);
}
