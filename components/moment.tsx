"use client";
// Interaction: after hydration a UTC time becomes the reader's own.
import { type MomentForm, momentWords, zoneCity } from "./clock-words";
import { useHydrated } from "./hydrated";
import { useSpeech } from "./speech";

export function Moment({ at, form = "time", className }: { at: string; form?: MomentForm; className?: string }) {
	const hydrated = useHydrated();
	const { language } = useSpeech().book;
	return (
		<time dateTime={at} className={className}>
			{momentWords(at, form, hydrated ? undefined : "UTC", language)}
		</time>
	);
}

/** Whose clock the times on this page are. */
export function ZoneNote() {
	const hydrated = useHydrated();
	const { utc, clockOf } = useSpeech().phrases.statement;
	const city = hydrated ? zoneCity() : "UTC";
	return <>{city === "UTC" ? utc : clockOf(city)}</>;
}
