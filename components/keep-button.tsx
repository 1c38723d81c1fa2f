"use client";
// Interaction: a service is kept among one's own, on this device, and let go again.
import { useState } from "react";
import { useHydrated } from "./hydrated";
import { isKept, KEPT_MAX, type KeptService, keepService, letServiceGo } from "./kept-services";
import { useSpeech } from "./speech";
import { useKeptServices } from "./use-kept-services";

type KeepButtonProps = KeptService & { isBare?: boolean };

/** Holds its place, unseen, while there are no scripts. `isBare`: the star alone. */
export function KeepButton({ slug, name, isBare = false }: KeepButtonProps) {
	const isOn = isKept(useKeptServices(), slug);
	const [isFull, setFull] = useState(false);
	const { keep } = useSpeech().phrases.statement;
	const press = () => (isOn ? letServiceGo(slug) : setFull(!keepService({ slug, name })));
	return (
		<span className={`relative inline-block ${useHydrated() ? "" : "invisible"}`}>
			<button type="button" aria-pressed={isOn} onClick={press} onBlur={() => setFull(false)} className={isBare ? BARE : WORDED}>
				<Star isOn={isOn} className={isBare ? undefined : "size-[1.05rem] translate-y-[0.16em]"} />
				{isBare ? (
					<span className="sr-only">
						{keep}: {name}
					</span>
				) : (
					<>
						{keep}
						<span className="sr-only"> {name}</span>
					</>
				)}
			</button>
			<span role="status">{isFull && !isOn && <Full side={isBare ? "start-0" : "end-0"} />}</span>
		</span>
	);
}

/** What a star does, where there are many. */
export function KeepKey() {
	return (
		<span className={useHydrated() ? "inline-flex items-center gap-1.5" : "invisible"}>
			<Star isOn={false} className="size-[0.95rem]" /> keeps a service on top of this page, on this device only
		</span>
	);
}

const BARE = "grid size-11 cursor-pointer place-items-center text-ink-3 hover:text-act aria-pressed:text-act";
const WORDED = "inline-flex min-h-11 cursor-pointer items-baseline gap-2 py-[0.7rem] text-s text-act underline underline-offset-[0.18em]";

/** To the side where there is room for it on a phone. */
function Full({ side }: { side: string }) {
	return (
		<span className={`absolute top-full z-10 block w-56 rounded-sheet bg-raised p-3 text-s text-ink shadow-[var(--lift)] ${side}`}>
			<span lang="en" dir="ltr">
				{KEPT_MAX} are kept, and more do not fit. Remove one on the overview first.
			</span>
		</span>
	);
}

function Star({ isOn, className = "size-[1.05rem]" }: { isOn: boolean; className?: string | undefined }) {
	return (
		<svg viewBox="0 0 16 16" aria-hidden="true" className={`flex-none ${className}`}>
			<path
				d="M8 1.4l2 4.3 4.7.6-3.4 3.2.9 4.6L8 11.8l-4.2 2.3.9-4.6L1.3 6.3l4.7-.6z"
				fill={isOn ? "currentColor" : "none"}
				stroke="currentColor"
				strokeWidth="1.4"
				strokeLinejoin="round"
			/>
		</svg>
	);
}
