// Writes lib/catalog/carriers.json from the code list and our corrections: `npx tsx bin/carriers.mjs`, after either changed.
import { writeFile } from "node:fs/promises";
import list from "mcc-mnc-list";
import { corrections } from "../lib/catalog/carrier-corrections.ts";
import { foldCarriers } from "../lib/catalog/carrier-fold.ts";

const carriers = foldCarriers(list.all(), corrections);
const lines = carriers.map(({ key, name, country, parent, aliases }) => JSON.stringify({ key, name, country, parent, aliases }));
await writeFile(new URL("../lib/catalog/carriers.json", import.meta.url), `[\n${lines.join(",\n")}\n]\n`);
console.log(`${carriers.length} carriers in ${new Set(carriers.map((carrier) => carrier.country)).size} countries`);
