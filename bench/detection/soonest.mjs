// How soon could anybody know? Minutes from the start of each fault that should alarm until its nth failing report: a
// detector that asks for n people cannot be earlier, whatever it computes from them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { median } from "../numbers.mjs";

/** Median minutes to the nth report over the test period's faults, by kind and under `all`; `n` counts from 1. */
export function soonest(folder, n) {
	const epoch = Date.parse(JSON.parse(readFileSync(join(folder, "catalogue.json"), "utf8")).epoch);
	const labels = linesOf(join(folder, "labels.jsonl"));
	const times = new Map();
	for (const [index, { at, symptom }] of linesOf(join(folder, "reports.jsonl")).entries()) {
		const fault = labels[index];
		if (fault === null || symptom === "arrived") continue;
		const known = times.get(fault) ?? [];
		known.push((Date.parse(at) - epoch) / 60_000);
		times.set(fault, known);
	}
	const waits = new Map([["all", []]]);
	for (const { id, kind, phase, start, should_alarm: should } of JSON.parse(readFileSync(join(folder, "truth.json"), "utf8"))) {
		const nth = times.get(id)?.[n - 1];
		if (phase !== "test" || !should || nth === undefined) continue;
		for (const name of ["all", kind]) waits.set(name, [...(waits.get(name) ?? []), nth - start]);
	}
	return Object.fromEntries([...waits].map(([kind, minutes]) => [kind, median(minutes)]));
}

function linesOf(file) {
	return readFileSync(file, "utf8")
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));
}
