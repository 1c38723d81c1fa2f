import type { ChartMatter } from "./chart-matter";
import { lookOfIncident } from "./tone";

/** Names only what the chart shows. */
export function TimelineLegend({ matter }: { matter: ChartMatter }) {
	const stretch = matter.stretches.at(-1);
	const look = stretch ? lookOfIncident(stretch.state) : null;
	return (
		<p
			aria-hidden="true"
			className={`flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2 ${look?.tone ?? ""} [&_span]:inline-flex [&_span]:items-center [&_span]:gap-[0.45rem] [&_svg]:h-3 [&_svg]:w-6`}
		>
			<span>
				<svg viewBox="0 0 24 12" aria-hidden="true">
					<path d="M0 12V5h8V3h8v3h8v6z" fill="var(--seen-fill)" />
					<path d="M0 5h8V3h8v3h8" fill="none" stroke="var(--seen)" strokeWidth="1.3" />
				</svg>
				reported
			</span>
			<span>
				<svg viewBox="0 0 24 12" aria-hidden="true">
					<path d="M0 6h24" stroke="var(--usual)" strokeWidth="1.5" />
				</svg>
				usual
			</span>
			{look && (
				<>
					<span>
						<svg viewBox="0 0 24 12" aria-hidden="true">
							<rect width="24" height="12" fill="var(--excess)" />
						</svg>
						above the usual, in an incident
					</span>
					<span>
						<svg viewBox="0 0 24 12" aria-hidden="true">
							<rect width="24" height="12" fill={`url(#hatch-${look.shape})`} />
						</svg>
						before we noticed
					</span>
				</>
			)}
		</p>
	);
}
