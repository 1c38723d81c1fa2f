// npm run calibrate -- FILE.jsonl --out MODEL.json     fits a model to a history and sets its thresholds
import { readAsked, runReplay } from "./replay-options.mjs";

const HELP = `npm run calibrate -- FILE.jsonl --out MODEL.json [--false-alarms-per-day N] [--until ISO]

Fits what is ordinary to a history of report lines, draws days on which nothing breaks from it, counts how often each kind
of slice would open, and writes the model with the thresholds that keep the promise.`;

const asked = readAsked(process.argv.slice(2));
if (typeof asked === "string" || (!asked.isHelp && asked.out === null)) {
	console.error(typeof asked === "string" ? asked : "Say where the model goes: --out MODEL.json");
	process.exitCode = 1;
} else if (asked.isHelp) console.log(HELP);
else await runReplay(asked);
