// The numbers behind the words: the verdict's grounds as a table, at opening and now.
import type { ListedIncident, Slice, Verdict } from "@/lib/incident";
import { shareText } from "./incident-words";
import { Moment } from "./moment";
import { SliceWords } from "./slice-words";

const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });
/** An expectation may be far below one: then its first two figures are what matters. */
const small = (value: number) => (value < 1 ? value.toLocaleString("en", { maximumSignificantDigits: 2 }) : number(value));

const rows = [
	{ name: "Window", words: (verdict: Verdict) => `${verdict.windowMinutes} min` },
	{ name: "Failing people counted (C)", words: (verdict: Verdict) => number(verdict.observed), isStrong: true },
	{ name: "Failed, of all counted", words: shareText },
	{ name: "Usual in such a window (B)", words: (verdict: Verdict) => small(verdict.expected) },
	{ name: "Score (S)", words: (verdict: Verdict) => number(verdict.score), isStrong: true },
	{ name: "Threshold (h)", words: (verdict: Verdict) => number(verdict.threshold) },
	{ name: "Networks they came from", words: (verdict: Verdict) => number(verdict.networks) },
	{ name: "People whose code came", words: (verdict: Verdict) => number(verdict.arrived) },
	{ name: "Model", words: (verdict: Verdict) => verdict.model },
] as const satisfies readonly { name: string; words: (verdict: Verdict) => string; isStrong?: boolean }[];

export function Grounds({ incident }: { incident: ListedIncident }) {
	const { slice, sliceAtOpening, verdict, verdictAtOpening } = incident;
	return (
		<table className="ruled">
			<thead>
				<tr>
					<th scope="col">Number</th>
					<th scope="col">
						At opening, <Moment at={incident.openedAt} form="day-time" />
					</th>
					<th scope="col">
						Latest, <Moment at={incident.lookedAt} form="day-time" />
					</th>
				</tr>
			</thead>
			<tbody>
				<tr>
					<Name>Explanation</Name>
					<SliceCell slice={sliceAtOpening} incident={incident} />
					<SliceCell slice={slice} incident={incident} />
				</tr>
				{rows.map((row) => (
					<tr key={row.name}>
						<Name>{row.name}</Name>
						<td className={"isStrong" in row ? "font-mid" : undefined}>{row.words(verdictAtOpening)}</td>
						<td className={"isStrong" in row ? "font-mid" : undefined}>{row.words(verdict)}</td>
					</tr>
				))}
				{(verdictAtOpening.runnerUp ?? verdict.runnerUp) && (
					<tr>
						<Name>Next best explanation</Name>
						<RunnerUp runnerUp={verdictAtOpening.runnerUp} incident={incident} />
						<RunnerUp runnerUp={verdict.runnerUp} incident={incident} />
					</tr>
				)}
			</tbody>
		</table>
	);
}

function Name({ children }: { children: string }) {
	return (
		<th scope="row" className="w-[34%] !font-text text-ink-2">
			{children}
		</th>
	);
}

function SliceCell({ slice, incident }: { slice: Slice; incident: ListedIncident }) {
	return (
		<td className="!whitespace-normal">
			<SliceWords slice={slice} names={incident.names} withService />
		</td>
	);
}

function RunnerUp({ runnerUp, incident }: { runnerUp: Verdict["runnerUp"]; incident: ListedIncident }) {
	if (runnerUp === null) return <td>–</td>;
	return (
		<td className="!whitespace-normal">
			<SliceWords slice={runnerUp.slice} names={incident.names} withService />, score {number(runnerUp.score)}
		</td>
	);
}
