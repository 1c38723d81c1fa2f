// npm run import -- FILE.jsonl     reports with their own times into the database
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { runOnDatabase } from "./command.mjs";

const [name] = process.argv.slice(2);
const path = resolve(process.env.INIT_CWD ?? process.cwd(), name ?? "");

if (name && existsSync(path)) await runOnDatabase("import", [path]);
else {
	console.error(name ? `There is no file ${path}.` : "Say which file: npm run import -- FILE.jsonl");
	process.exitCode = 1;
}
