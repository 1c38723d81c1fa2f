import type { ServiceSummary } from "@/lib/overview";
import { Shape } from "./shape";
import { type Look, lookOf, lookOfStatus, quiet } from "./tone";

const order = [
	{ look: lookOf("failing"), href: "#failing" },
	{ look: lookOf("raised"), href: "#possible" },
	{ look: lookOf("unknown"), href: "#unknown" },
	{ look: lookOf("calm"), href: "#services" },
	{ look: { ...quiet, word: "No verdict" }, href: "#services" },
] as const;

/** How many services are in which state, each counted by its worst channel. What cannot be called calm is counted apart from it. */
export function Ledger({ services }: { services: readonly ServiceSummary[] }) {
	const countOf = (look: Look) => services.filter((service) => lookOfStatus(service).shape === look.shape).length;
	return (
		<ul className="grid grid-cols-[repeat(auto-fit,minmax(4.25rem,1fr))] border-y border-ink-3">
			{order
				.map((entry) => ({ ...entry, count: countOf(entry.look) }))
				.map(({ look, href, count }) => (
					<li key={look.word} className={`${count > 0 ? look.tone : "tone-past"} border-s border-rule first:border-s-0`}>
						<a
							href={href}
							className="grid content-start gap-x-3 gap-y-1 py-3 ps-2 text-ink no-underline wide:grid-cols-[auto_1fr] wide:items-baseline sm:ps-4 [li:first-child>&]:ps-0"
						>
							<b className="text-xl leading-none">{count}</b>
							<span className="flex flex-wrap items-baseline gap-x-1.5 text-xs font-mid text-tone sm:text-s wide:text-m">
								<Shape name={look.shape} className="size-[0.95em] translate-y-[0.1em] max-sm:hidden" />
								<span className="whitespace-nowrap">{look.word}</span>
							</span>
						</a>
					</li>
				))}
		</ul>
	);
}
