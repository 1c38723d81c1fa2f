// Prisma's schema engine as it comes with npm, compiled to WebAssembly, over the `pg` driver: the native one would be a
// download. Two things are put right here that adapter-pg 7.10 does not know.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { root } from "./folders.mjs";

/** PostgreSQL's internal one-byte "char", which the engine reads from the catalogue and the adapter refuses. */
const CHAR_OID = 18;
const TEXT_OID = 25;
/** ColumnTypeEnum of @prisma/driver-adapter-utils. */
const TEXT_COLUMN = 7;
const CHARACTER_COLUMN = 6;

export const schemaPath = "prisma/schema.prisma";
export const migrationsFolder = "prisma/migrations";

/** An engine over one database: `applyMigrations()` and `diff()`, the SQL that leads from the database to the schema. */
export async function openEngine(connectionString) {
	const { SchemaEngine } = await loadEngine();
	const files = [{ path: "schema.prisma", content: readFileSync(join(root, schemaPath), "utf8") }];
	const datamodels = files.map(({ path, content }) => [path, content]);
	const factory = bindMigrationAwareSqlAdapterFactory(new CatalogueReader({ connectionString }));
	const engine = await SchemaEngine.new({ datamodels }, () => {}, factory);
	const filters = { externalTables: [], externalEnums: [] };
	return {
		applyMigrations: () => engine.applyMigrations({ migrationsList: migrationsList(), filters }),
		diagnose: () => engine.diagnoseMigrationHistory({ migrationsList: migrationsList(), optInToShadowDatabase: false, filters }),
		diff: () => diff(engine, files, filters),
	};
}

async function diff(engine, files, filters) {
	const from = { tag: "schemaDatasource", files, configDir: root };
	const to = { tag: "schemaDatamodel", files };
	const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, shadowDatabaseUrl: null, filters });
	const sql = (stdout ?? "").trim();
	return sql.includes("This is an empty migration") ? "" : sql;
}

async function loadEngine() {
	globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(`schema engine: ${message}`) };
	const folder = join(root, "node_modules/@prisma/schema-engine-wasm");
	const glue = await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href);
	const module = new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm")));
	const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": glue });
	glue.__wbg_set_wasm(instance.exports);
	instance.exports.__wbindgen_start();
	return glue;
}

function migrationsList() {
	const folder = join(root, migrationsFolder);
	const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	const lock = join(folder, "migration_lock.toml");
	return {
		baseDir: migrationsFolder,
		lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
		shadowDbInitScript: "",
		migrationDirectories: names
			.map(({ name }) => name)
			.sort()
			.map((path) => {
				const value = readFileSync(join(folder, path, "migration.sql"), "utf8");
				return { path, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } };
			}),
	};
}

/** Presents "char" columns to the adapter as text, and to the engine as what they are. */
class CatalogueReader extends PrismaPg {
	async connect() {
		const connection = await super.connect();
		const query = connection.queryRaw.bind(connection);
		connection.queryRaw = async (statement) => {
			const result = await query(statement);
			const columnTypes = result.columnTypes.map((type, at) => (wasChar[at] && type === TEXT_COLUMN ? CHARACTER_COLUMN : type));
			return { ...result, columnTypes };
		};
		return connection;
	}
}

/** Which columns of the latest result were "char": the engine asks one question at a time. */
let wasChar = [];

const { addFields } = pg.Result.prototype;
pg.Result.prototype.addFields = function (fields) {
	wasChar = fields.map((field) => field.dataTypeID === CHAR_OID);
	for (const field of fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
	return addFields.call(this, fields);
};
