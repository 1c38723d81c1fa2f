"use client";
// Interaction: this device's clock is held against the server's, for codes that are made from the time.
import { useEffect, useState } from "react";
import { StateWord } from "./shape";
import { lookOf } from "./tone";

/** An authenticator's code lives 30 seconds and most services take one code to either side. */
const WRONG_SECONDS = 30;

export function ClockCheck() {
	const off = useClockDifference();
	if (off === null)
		return <p>App codes need a clock that is right to half a minute. Switch “set time automatically” on, then try the next code.</p>;
	if (off < WRONG_SECONDS)
		return (
			<p>
				<StateWord look={lookOf("calm")} word="Yes:" /> it agrees with ours to {off < 1.5 ? "a second" : `${Math.round(off)} seconds`}. App
				codes need that.
			</p>
		);
	return (
		<p>
			<StateWord look={lookOf("raised")} word="No:" /> it is {Math.round(off)} seconds off. App codes will be refused: switch “set time
			automatically” on.
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
