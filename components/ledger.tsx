import type { ServiceSummary } from "@/lib/overview";
import { quietWords } from "@/lib/words";
import { Shape } from "./shape";
import { type Look, lookOf, lookOfSummary } from "./tone";

const quiet: Look = lookOfSummary({ state: "calm", reporters: 0 });
const order = [
	{ look: lookOf("failing"), href: "#failing" },
	{ look: lookOf("raised"), href: "#possible" },
	{ look: lookOf("unknown"), href: "#unknown" },
	{ look: lookOf("calm"), href: "#services" },
	{ look: quiet, href: "#services" },
] as const;

/** How many services are in which state, each counted by its worst channel. Silence is counted apart from calm. */
export function Ledger({ services }: { services: readonly ServiceSummary[] }) {
	const countOf = (look: Look) => services.filter((service) => lookOfSummary(service).word === look.word).length;
	return (
		<ul className="grid grid-cols-5 border-y border-ink-3">
			{order
				.map((entry) => ({ ...entry, count: countOf(entry.look) }))
				.map(({ look, href, count }) => (
					<li key={look.word} className={`${count > 0 ? look.tone : "tone-past"} border-s border-rule first:border-s-0`}>
						<a
							href={href}
							className="grid content-start gap-x-3 gap-y-1 py-3 ps-2 text-ink no-underline sm:grid-cols-[auto_1fr] sm:items-baseline sm:ps-4 [li:first-child>&]:ps-0"
						>
							<b className="text-xl leading-none">{count}</b>
							<span className="flex flex-wrap items-baseline gap-x-1.5 text-xs font-mid text-tone sm:text-m">
								<Shape name={look.shape} className="size-[0.95em] translate-y-[0.1em] max-sm:hidden" />
								{look.word === quietWords.silence ? <span className="whitespace-nowrap">No reports</span> : look.word}
							</span>
						</a>
					</li>
				))}
		</ul>
	);
}
