// What replay and calibrate are asked: the options they share, or a sentence on what is wrong with them.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { sentenceFor } from "./failure.mjs";
import { root } from "./folders.mjs";

const FALSE_ALARMS_PER_DAY = "0.05";
const HISTORY_DAYS = "35";

const options = {
	model: { type: "string" },
	"false-alarms-per-day": { type: "string", default: FALSE_ALARMS_PER_DAY },
	until: { type: "string" },
	"history-days": { type: "string", default: HISTORY_DAYS },
	out: { type: "string" },
	timing: { type: "boolean", default: false },
	help: { type: "boolean", default: false },
};

/** The question as `server/replay.ts` takes it, or a sentence. */
export function readAsked(args) {
	const { values, positionals, tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
	const unknown = tokens.find(({ kind, name }) => kind === "option" && !Object.hasOwn(options, name));
	if (unknown) return `${unknown.rawName} is not known. See --help`;
	if (values.help === true) return { isHelp: true };
	if (Object.values(values).some((value) => value === true && value !== values.timing)) return "An option lacks its value. See --help";
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) return "Name one file of report lines, or - for standard input.";
	if (file !== "-" && !isFile(file)) return `There is no file ${file}.`;
	const falseAlarmsPerDay = Number(values["false-alarms-per-day"]);
	if (!(falseAlarmsPerDay > 0 && falseAlarmsPerDay <= 100)) return "--false-alarms-per-day is a number above 0, as 0.05.";
	const historyDays = Number(values["history-days"]);
	if (!(Number.isInteger(historyDays) && historyDays >= 0)) return "--history-days is a whole number of days, 0 for a cold start.";
	const until = values.until === undefined ? null : new Date(values.until);
	if (until !== null && Number.isNaN(until.getTime())) return "--until is a time, as 2026-11-24T12:00:00Z.";
	if (values.model !== undefined && !isFile(values.model)) return `There is no file ${values.model}.`;
	const modelFile = values.model ?? null;
	return {
		isHelp: false,
		file,
		modelFile,
		falseAlarmsPerDay,
		historyDays,
		until,
		out: values.out ?? null,
		isTimed: values.timing === true,
	};
}

function isFile(path) {
	return typeof path === "string" && existsSync(path) && !statSync(path).isDirectory();
}

/** Runs the bundled replay; what it has to say goes to standard error. */
export async function runReplay(asked) {
	process.stdout.on("error", (error) => {
		if (error.code === "EPIPE") process.exit(0);
		throw error;
	});
	try {
		setUpQuietly();
		const { run } = await import(pathToFileURL(join(root, "build/replay.mjs")).href);
		await run(asked, (line) => console.error(`  ${line}`));
	} catch (error) {
		console.error(`\n${sentenceFor(error)}`);
		process.exitCode = 1;
	}
}

/** Standard output is the incidents': whatever set-up says goes to standard error. */
function setUpQuietly() {
	const steps = [join(root, "bin/setup.mjs"), "install", "generate", "bundle"];
	const { status } = spawnSync(process.execPath, steps, { stdio: ["ignore", 2, 2] });
	if (status !== 0) throw new Error("The set-up did not succeed; above is why.");
}
