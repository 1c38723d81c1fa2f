// The catalogue without a database: the reference lists, numbered as they come.
import { type Catalog, makeCatalog } from "../../lib/catalog/catalog";
import { type Reference, referenceLists } from "../../lib/catalog/seed";

export function catalogOf({ services, carriers, regions }: Reference): Catalog {
	return makeCatalog({ services: numbered(services), carriers: numbered(carriers), regions: numbered(regions) });
}

export function referenceCatalog(): Catalog {
	return catalogOf(referenceLists());
}

function numbered<Row>(rows: readonly Row[]): (Row & { id: number })[] {
	return rows.map((row, index) => ({ ...row, id: index + 1 }));
}
