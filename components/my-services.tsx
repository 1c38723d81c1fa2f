"use client";
// Interaction: one's own services stand on top of the overview, told by what the page has read already.
import type { ServiceSummary } from "@/lib/overview";
import { KEPT_MAX, type KeptRow, keepService, letServiceGo } from "./kept-services";
import { StateWord } from "./shape";
import { type Look, lookOf, lookOfStatus } from "./tone";
import { useKeptServices } from "./use-kept-services";

type Told = Pick<ServiceSummary, "slug" | "state" | "restsOn">;
/** `told`: whoever was spoken of. `silent`: the slugs of all others, with blanks between. */
export type MyServicesProps = { isKnown: boolean; told: readonly Told[]; silent: string };

export function MyServices({ isKnown, told, silent }: MyServicesProps) {
	const { rows, isStored } = useKeptServices();
	if (rows.length === 0) return null;
	const lookOfRow = (slug: string) => (isKnown ? lookIn({ told, silent }, slug) : lookOf("unknown"));
	return (
		<section aria-labelledby="mine" className="border-t border-rule pb-4">
			<div className="flex min-h-11 flex-wrap items-baseline gap-x-4 pt-3">
				<h2 id="mine" className="text-m leading-[1.4]">
					My services
				</h2>
				<p className="text-xs text-ink-3">
					{isStored ? "Kept on this device only." : "This browser keeps nothing: gone when you leave the page."}
				</p>
			</div>
			<ul className="grid sm:grid-cols-2 sm:gap-x-8 wide:grid-cols-3">
				{rows.map((row) => (
					<Row key={row.slug} row={row} look={lookOfRow(row.slug)} isFull={rows.filter(({ isKept }) => isKept).length >= KEPT_MAX} />
				))}
			</ul>
		</section>
	);
}

/** One button for both, so that whoever pressed it stands where they stood. */
function Row({ row: { slug, name, isKept }, look, isFull }: { row: KeptRow; look: Look | null; isFull: boolean }) {
	return (
		<li className="flex h-11 items-center gap-x-3 border-t border-rule">
			<a href={`/services/${encodeURIComponent(slug)}`} className={`link-ink truncate ${isKept ? "font-mid" : "text-ink-3"}`}>
				{name}
			</a>
			<span className="ms-auto text-s whitespace-nowrap">{isKept ? <State look={look} /> : <span role="status">Removed</span>}</span>
			<button
				type="button"
				disabled={!isKept && isFull}
				onClick={() => (isKept ? letServiceGo(slug) : keepService({ slug, name }))}
				className="min-h-11 min-w-16 cursor-pointer text-end text-s text-act underline underline-offset-[0.18em]"
			>
				{isKept ? "Remove" : "Undo"}
				<span className="sr-only"> {name}</span>
			</button>
		</li>
	);
}

function State({ look }: { look: Look | null }) {
	return look ? <StateWord look={look} /> : <span className="text-ink-2">Not listed any more</span>;
}

/** `null`: nobody of that name is listed. */
function lookIn({ told, silent }: Pick<MyServicesProps, "told" | "silent">, slug: string): Look | null {
	const one = told.find((candidate) => candidate.slug === slug);
	if (one) return lookOfStatus(one);
	return silent.split(" ").includes(slug) ? lookOfStatus({ state: "calm", restsOn: "silence" }) : null;
}
