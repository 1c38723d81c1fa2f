// SQL that also runs on a sharding PostgreSQL. The tables that are sharded by `service_id` name it wherever a row is
// made unique or changed; times come as parameters; nothing that needs all shards at once.
import { each, type Offence, type Tree } from "./tree";

const SHARDED = ["report", "reporter_claim", "network_claim", "tally", "tally_hour", "tally_day"];
const CLOCK = /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(\s*\)|\bcurrent_timestamp\b|\binterval\s*'/i;

const everywhere: Record<string, RegExp> = {
	"a trigger": /\bCREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?TRIGGER\b/i,
	MERGE: /\bMERGE\s+INTO\b/i,
	"SKIP LOCKED": /\bSKIP\s+LOCKED\b/i,
	"uuidv7()": /\buuidv7\s*\(/i,
	"RETURNING old or new": /\bRETURNING\b[^;]*\b(old|new)\s*\./i,
	"several objects in one DROP": /\bDROP\s+(TABLE|INDEX|VIEW|TYPE)\b[^;(]*,/i,
};

export function sql(tree: Tree): Offence[] {
	return [
		...each(tree, isMigration, (_, text) => statementsOf(text).flatMap((statement) => [...anywhere(statement), ...inMigration(statement)])),
		...each(tree, isStore, (_, text) => templatesOf(text).flatMap((statement) => [...anywhere(statement), ...inStore(statement)])),
	];
}

const isMigration = (path: string) => /^prisma\/migrations\/.*\.sql$/.test(path);
const isStore = (path: string) => /^lib\/store\/(?!generated\/).*\.ts$/.test(path);

function statementsOf(text: string): string[] {
	return text.replace(/--.*$/gm, "").split(";");
}

/** Statements stand in template literals and strings. */
function templatesOf(text: string): string[] {
	return [...text.matchAll(/`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"/g)].map(([quoted]) => quoted.slice(1, -1).replace(/--.*$/gm, ""));
}

function anywhere(statement: string): (string | false)[] {
	return Object.entries(everywhere).map(([name, pattern]) => pattern.test(statement) && `has ${name}: ${excerpt(statement)}`);
}

function inMigration(statement: string): (string | false)[] {
	const table = /\bTABLE\s+"?(\w+)"?/i.exec(statement)?.[1] ?? "";
	const unique = /\bCREATE\s+UNIQUE\s+INDEX\b[^(]*\bON\s+"?(\w+)"?/i.exec(statement);
	const keys = statement.match(/\b(PRIMARY\s+KEY|UNIQUE|FOREIGN\s+KEY)\s*\([^)]*\)/gi) ?? [];
	return [
		/\bALTER\s+TABLE\b[^;]*,\s*(ADD|DROP|ALTER|RENAME)\b/i.test(statement) && `has several subcommands in one ALTER: ${excerpt(statement)}`,
		isSharded(table) && keys.some((key) => !namesService(key)) && `has a key of ${table} without service_id`,
		isSharded(unique?.[1]) && !namesService(statement) && `has a unique index of ${unique?.[1]} without service_id`,
	];
}

function inStore(statement: string): (string | false)[] {
	const updated = /\bUPDATE\s+(?:ONLY\s+)?"?(\w+)"?(?:\s+(?:AS\s+)?\w+)?\s+SET\b([\s\S]*)/i.exec(statement);
	const upserted = /\bDO\s+UPDATE\s+SET\b([\s\S]*)/i.exec(statement);
	const changes = (updated?.[2] ?? "") + (upserted?.[1] ?? "");
	const mayBeSharded = upserted !== null || isSharded(updated?.[1]);
	return [
		isSharded(updated?.[1]) && !namesService(statement) && `updates ${updated?.[1]} without service_id`,
		CLOCK.test(changes) && `reads a clock or counts an interval in a change: ${excerpt(statement)}`,
		mayBeSharded &&
			/^[^;]*?\bservice_id\s*=/i.test(changes.split(/\b(?:FROM|WHERE|RETURNING)\b/i)[0] ?? "") &&
			"changes service_id, the shard column",
	];
}

const isSharded = (table: string | undefined) => table !== undefined && SHARDED.includes(table.toLowerCase());
const namesService = (text: string) => /\bservice_id\b/.test(text);
const excerpt = (statement: string) => statement.replace(/\s+/g, " ").trim().slice(0, 80);
