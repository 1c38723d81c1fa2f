"use client";
// Interaction: after hydration a UTC time becomes the reader's own.
import { type MomentForm, momentWords, zoneCity } from "./clock-words";
import { useHydrated } from "./hydrated";

export function Moment({ at, form = "time", className }: { at: string; form?: MomentForm; className?: string }) {
	const hydrated = useHydrated();
	return (
		<time dateTime={at} className={className}>
			{momentWords(at, form, hydrated ? undefined : "UTC")}
		</time>
	);
}

/** Whose clock the times on this page are. */
export function ZoneNote() {
	const hydrated = useHydrated();
	if (!hydrated) return <>Times are UTC</>;
	const city = zoneCity();
	return <>{city === "UTC" ? "Times are UTC" : `Times are ${city}’s`}</>;
}
