import { type WaitLength, waitLengths } from "@/lib/wait-lengths";
import type { WaitReading } from "@/lib/waits";
import { figure, people, waitWords } from "@/lib/words";

/** How long codes took in one or two sentences: how many never had theirs, and where half of those who said it had; the larger first. */
export function waitSentence(reading: WaitReading, codes: string): string {
	const came = saidIn(reading.waits) + (reading.unsaid.people ?? 0);
	const parts = [cameWords(reading, codes), missingWords(reading, codes)];
	const told = (reading.missing.people ?? 0) > came ? parts.toReversed() : parts;
	return told.filter((part) => part).join(" ");
}

function cameWords({ waits }: WaitReading, codes: string): string {
	const said = saidIn(waits);
	if (said === 0) return `Nobody has said how long ${codes} took.`;
	if (said === 1) return `One person said how long ${codes} took: ${waitWords[half(waits)].within}.`;
	const name = half(waits);
	const had = name === "longer" ? "waited more than an hour" : `had it ${waitWords[name].within}`;
	return `Half of the ${figure(said)} people who said how long ${codes} took ${had}.`;
}

/** The length within which half of them had their code. */
function half(waits: WaitReading["waits"]): WaitLength {
	const said = saidIn(waits);
	const reached = waitLengths.find(({ belowSeconds }) => {
		const end = waits.findIndex((wait) => wait.belowSeconds === belowSeconds);
		return 2 * waits.slice(0, end + 1).reduce((sum, wait) => sum + (wait.people ?? 0), 0) >= said;
	});
	return reached?.name ?? "longer";
}

function missingWords({ missing }: WaitReading, codes: string): string {
	if (missing.people === null || missing.people === 0) return "";
	return missing.people === 1 ? `1 person says that ${codes} never came.` : `${people(missing.people)} say that ${codes} never came.`;
}

function saidIn(waits: WaitReading["waits"]): number {
	return waits.reduce((sum, wait) => sum + (wait.people ?? 0), 0);
}
