"use client";
// Interaction: arrow keys go from day to day, so that a calendar is one stop on the way through a page.
import type { KeyboardEvent, ReactNode } from "react";
import { useIsWide } from "./wide";

const WEEK = 7;

/** Weeks are rows on a phone and columns where there is room. */
export function RovingDays({ children }: { children: ReactNode }) {
	const isWide = useIsWide();
	const steps: Readonly<Record<string, number>> = isWide
		? { ArrowLeft: -WEEK, ArrowRight: WEEK, ArrowUp: -1, ArrowDown: 1 }
		: { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };
	function press(event: KeyboardEvent<HTMLUListElement>): void {
		const days = [...event.currentTarget.querySelectorAll("a")];
		const place = days.findIndex((day) => day.contains(document.activeElement));
		const next = event.key === "Home" ? days[0] : event.key === "End" ? days.at(-1) : days[place + (steps[event.key] ?? Number.NaN)];
		if (place === -1 || !next) return;
		event.preventDefault();
		for (const day of days) day.tabIndex = day === next ? 0 : -1;
		next.focus();
	}
	return (
		<ul onKeyDown={press} className="grid grid-cols-7 gap-[3px] wide:grid-flow-col wide:grid-cols-none wide:grid-rows-7 wide:auto-cols-fr">
			{children}
		</ul>
	);
}
