// npm run rebuild                    makes the tallies what the reports say, where they differ
// npm run rebuild -- --dry-run       only says where
import { parseArgs } from "node:util";
import { runOnDatabase } from "./command.mjs";

const HELP = `npm run rebuild -- [--dry-run] [--from YYYY-MM-DD] [--to YYYY-MM-DD]

Holds the tallies of every day whose reports are kept against the reports, says where they differ, and mends them. The
server may run meanwhile. With --dry-run it changes nothing, and ends with 1 when something differs.

Incidents are not rebuilt: the watch decided them as it saw the reports come in, and moderators after it.`;

const known = { "dry-run": { type: "boolean" }, help: { type: "boolean" }, from: { type: "string" }, to: { type: "string" } };

const asked = readOptions(process.argv.slice(2));
if (typeof asked === "string") {
	console.error(asked);
	process.exitCode = 1;
} else if (asked.isHelp) console.log(HELP);
else await runOnDatabase("rebuild", asked);

/** The options, or a sentence on what is wrong with them. */
function readOptions(args) {
	const { values, tokens } = parseArgs({ args, options: known, strict: false, tokens: true });
	const unknown = tokens.find(({ kind, name }) => kind !== "option" || !Object.hasOwn(known, name));
	if (unknown) return `A rebuild does not know ${unknown.rawName ?? unknown.value ?? "--"}. See what it takes: npm run rebuild -- --help`;
	const { "dry-run": isDry = false, help: isHelp = false, from = null, to = null } = values;
	if (isDry !== true && isDry !== false) return "--dry-run stands alone, without a value.";
	if (from !== null && !isDay(from)) return "--from is a day, as 2026-11-24.";
	if (to !== null && !isDay(to)) return "--to is a day, as 2026-11-24.";
	if (from !== null && to !== null && from > to) return "--from lies after --to.";
	return { isDry, isHelp, from, to };
}

function isDay(word) {
	if (typeof word !== "string" || !/^\d{4}-\d\d-\d\d$/.test(word)) return false;
	const at = new Date(`${word}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(word);
}
