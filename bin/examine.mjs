// The examination behind `npm run doctor`, in the order in which one thing needs another.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { examineDatabase } from "./examine-database.mjs";
import { examineFolder, examineMail, examinePort, examineSettings } from "./examine-machine.mjs";
import { sentenceFor } from "./failure.mjs";
import { good, note, wrong } from "./finding.mjs";
import { dataFolderPath, root } from "./folders.mjs";

const signs = { good: "  ok   ", note: "  note ", wrong: "  WRONG" };

/** Says what was found; 1 when something is wrong. */
export async function examine() {
	process.chdir(root);
	const told = [good(`Node ${process.versions.node}.`), ...(await findings())];
	for (const { is, sentence } of told) console.log(`${signs[is]} ${sentence}`);
	const count = told.filter(({ is }) => is === "wrong").length;
	console.log(count === 0 ? "\nNothing is wrong." : `\n${count === 1 ? "One thing is" : `${count} things are`} wrong.`);
	return count === 0 ? 0 : 1;
}

async function findings() {
	if (existsSync(".env")) {
		if (!process.loadEnvFile) return [wrong("Reading .env needs Node 20.12 or newer. Update Node, or set the variables yourself.")];
		process.loadEnvFile(join(root, ".env"));
	}
	const folder = dataFolderPath();
	const { isServing, findings: port } = await examinePort();
	return [...examineSettings(), ...examineFolder(folder), ...port, ...(await database(folder, isServing)), ...(await examineMail())];
}

async function database(folder, isServing) {
	if (!existsSync("node_modules/pg")) return [note("The packages are not installed yet: npm start does it.")];
	const { runningUrl } = await import("./postgres.mjs");
	try {
		const url = process.env.DATABASE_URL || runningUrl(folder);
		if (!url) return [note("The embedded database does not run, so it was not looked into. It starts with npm start.")];
		return await examineDatabase(url, isServing);
	} catch (error) {
		return [wrong(sentenceFor(error))];
	}
}
