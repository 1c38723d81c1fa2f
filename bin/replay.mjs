// npm run --silent replay -- FILE.jsonl     what would have been found in these reports, as JSON lines
import { readAsked, runReplay } from "./replay-options.mjs";

const HELP = `npm run --silent replay -- FILE.jsonl [options]      (- for standard input)

Runs report lines through the whole pipeline without a database, and prints the incidents as JSON lines.

  --model FILE               a model made by calibrate; without one, the first days are fitted and calibrated on
  --false-alarms-per-day N   the promise (0.05)
  --history-days N           detection starts when so many days are there (35; 0: cold start)
  --until ISO                stop at this time
  --timing                   say what it cost, as a JSON line on standard error`;

const asked = readAsked(process.argv.slice(2));
if (typeof asked === "string") {
	console.error(asked);
	process.exitCode = 1;
} else if (asked.isHelp) console.log(HELP);
else await runReplay({ ...asked, out: null });
