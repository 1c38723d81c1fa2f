// The numbers behind the words: the verdict's grounds as a table, at opening and now.
import type { Incident, Verdict } from "@/lib/incident";
import { SliceWords } from "./slice-words";

const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });
/** An expectation may be far below one: then its first two figures are what matters. */
const small = (value: number) => (value < 1 ? value.toLocaleString("en", { maximumSignificantDigits: 2 }) : number(value));

const rows = [
	{ name: "Window", words: (verdict: Verdict) => `${verdict.windowMinutes} min` },
	{ name: "Failing people counted (C)", words: (verdict: Verdict) => number(verdict.observed), isStrong: true },
	{ name: "Usual in such a window (B)", words: (verdict: Verdict) => small(verdict.expected) },
	{ name: "Score (S)", words: (verdict: Verdict) => number(verdict.score), isStrong: true },
	{ name: "Threshold (h)", words: (verdict: Verdict) => number(verdict.threshold) },
	{ name: "Networks they came from", words: (verdict: Verdict) => number(verdict.networks) },
	{ name: "People whose code came", words: (verdict: Verdict) => number(verdict.arrived) },
	{ name: "Model", words: (verdict: Verdict) => verdict.model },
] as const satisfies readonly { name: string; words: (verdict: Verdict) => string; isStrong?: boolean }[];

export function Grounds({ incident }: { incident: Incident }) {
	const runnerUp = incident.verdict.runnerUp;
	return (
		<table className="ruled">
			<thead>
				<tr>
					<th scope="col">Number</th>
					<th scope="col">At opening</th>
					<th scope="col">Latest</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={row.name}>
						<th scope="row" className="w-[44%] !font-text text-ink-2">
							{row.name}
						</th>
						<td className={"isStrong" in row ? "font-mid" : undefined}>{row.words(incident.verdictAtOpening)}</td>
						<td className={"isStrong" in row ? "font-mid" : undefined}>{row.words(incident.verdict)}</td>
					</tr>
				))}
				{runnerUp && (
					<tr>
						<th scope="row" className="!font-text text-ink-2">
							Next best explanation
						</th>
						<td colSpan={2}>
							<SliceWords slice={runnerUp.slice} names={incident.names} withService />, score {number(runnerUp.score)}
						</td>
					</tr>
				)}
			</tbody>
		</table>
	);
}
