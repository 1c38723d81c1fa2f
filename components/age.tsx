"use client";
// Interaction: the age of a reading goes on counting, and turns bold when it is stale.
import { useEffect, useState } from "react";
import { ageWords, momentWords } from "./clock-words";
import { useSpeech } from "./speech";

const STALE_SECONDS = 120;

/** `seconds`: the age when it was handed out. Counted on from there, so that a wrong device clock does not matter. */
export function Age({ at, seconds, lead = "" }: { at: string; seconds: number; lead?: string }) {
	const age = useAge(at, seconds);
	const { book, phrases } = useSpeech();
	if (age === null) return <time dateTime={at}>{lead + book.widget.at(momentWords(at, "time", "UTC"))}</time>;
	return (
		<time dateTime={at} className={age > STALE_SECONDS ? "font-strong text-ink" : undefined}>
			{lead + ageWords(age, phrases.statement.justNow, book.language)}
		</time>
	);
}

function useAge(at: string, seconds: number): number | null {
	const [age, setAge] = useState<number | null>(null);
	useEffect(() => {
		const began = performance.now();
		const tell = () => setAge(seconds + (performance.now() - began) / 1000);
		tell();
		const timer = setInterval(tell, 1000);
		return () => clearInterval(timer);
	}, [at, seconds]);
	return age;
}
