"use client";
// Interaction: a report that waits in this browser is sent from whichever page is open, and pages open without a connection.
import { useEffect } from "react";
import { installWorker } from "./install-worker";
import { KEPT_PREFIX } from "./kept-here";

export function Sender() {
	useEffect(installWorker, []);
	useEffect(() => {
		if (!hasWaiting()) return;
		let stop = () => {};
		// Most people have nothing waiting: they do not load what sends it.
		import("./keep-sending").then(({ keepSending }) => {
			stop = keepSending();
		});
		return () => stop();
	}, []);
	return null;
}

function hasWaiting(): boolean {
	try {
		return localStorage.getItem(`${KEPT_PREFIX}waiting`) !== null;
	} catch {
		return false;
	}
}
