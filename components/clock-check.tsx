"use client";
// Interaction: this device's clock is held against the server's, for codes that are made from the time.
import { useEffect, useState } from "react";
import { useFormPhrases } from "./form-speech";
import { StateWord } from "./shape";
import { lookOf } from "./tone";

/** An authenticator's code lives 30 seconds and most services take one code to either side. */
const WRONG_SECONDS = 30;

export function ClockCheck() {
	const off = useClockDifference();
	const { clock } = useFormPhrases();
	if (off === null) return <p>{clock.needs}</p>;
	if (off < WRONG_SECONDS)
		return (
			<p>
				<StateWord look={lookOf("calm")} word={clock.yes} /> {clock.agrees(Math.max(1, Math.round(off)))}
			</p>
		);
	return (
		<p>
			<StateWord look={lookOf("raised")} word={clock.no} /> {clock.isOff(Math.round(off))}
		</p>
	);
}

/** Seconds between the two clocks, half the way there and back taken off; the header knows whole seconds only. */
function useClockDifference(): number | null {
	const [off, setOff] = useState<number | null>(null);
	useEffect(() => {
		const asked = Date.now();
		fetch("/healthz", { cache: "no-store" })
			.then((answer) => {
				const served = Date.parse(answer.headers.get("date") ?? "");
				const mine = (asked + Date.now()) / 2;
				if (!Number.isNaN(served)) setOff(Math.max(0, Math.abs(mine - served - 500) - 500) / 1000);
			})
			// Without the server's word nothing is claimed about the clock.
			.catch(() => {});
	}, []);
	return off;
}
