// The ways from one view of a chart to another: links and a form, each with its address.
import type { ReactNode } from "react";
import type { ChartSection, Choice } from "./chart-section";
import { Moment } from "./moment";

export function ChartViews({
	section: { channel, language, channels, stretches, steps, step, page, fields, asOf, back },
}: {
	section: ChartSection;
}) {
	return (
		<div className="mb-5 grid gap-1 text-s">
			<Choices name="Channel" choices={channels} />
			<div className="flex flex-wrap items-center gap-x-5">
				<Choices name="Stretch of time" choices={stretches} />
				<details className="open:basis-full" open={step !== null}>
					<summary className="inline-block py-3 font-mid text-act">Other times, other bars</summary>
					{steps.length > 1 && (
						<div className="flex flex-wrap items-baseline gap-x-4">
							<span className="text-ink-2">Each bar</span>
							<Choices name="Length of a bar" choices={steps} />
						</div>
					)}
					<form method="get" action={`${page}#chart`} className="flex flex-wrap items-end gap-3 pb-2">
						{language && <input type="hidden" name="lang" value={language} />}
						{channel && <input type="hidden" name="channel" value={channel} />}
						{step && <input type="hidden" name="step" value={step} />}
						<TimeField name="from" label="From, UTC" value={fields.from} />
						<TimeField name="to" label="To, UTC" value={fields.to} />
						<button type="submit" className="button">
							Show
						</button>
					</form>
				</details>
			</div>
			{asOf && (
				<p className="max-w-measure border-s-2 border-ink py-1 ps-4">
					This chart is as it stood on <Moment at={asOf} form="day-time" />: who has moved on or taken a report back since is counted where
					they are now, and what is usual is by today’s method. Everything else on this page is now.
				</p>
			)}
			{back && (
				<p>
					<a href={back} className="inline-block py-2">
						Back to now
					</a>
				</p>
			)}
		</div>
	);
}

function TimeField({ name, label, value }: { name: string; label: string; value: string }): ReactNode {
	return (
		<label className="grid gap-1 font-mid">
			{label}
			<input type="datetime-local" name={name} defaultValue={value} className="field" />
		</label>
	);
}

function Choices({ name, choices }: { name: string; choices: readonly Choice[] }) {
	return (
		<nav aria-label={name} className="flex flex-wrap gap-x-4">
			{choices.map(({ label, href, isChosen }) => (
				<a
					key={label}
					href={href}
					aria-current={isChosen ? "true" : undefined}
					className="inline-flex min-h-(--touch) items-center aria-[current]:font-strong aria-[current]:text-ink aria-[current]:decoration-2"
				>
					{label}
				</a>
			))}
		</nav>
	);
}
