// What exists once per process, and how does Next's own copy of lib/ reach it? The connection pool, the intake queue,
// the live fan-out, the caches and the watch are made once at start-up by server/ and kept on `globalThis` under one
// symbol; pages and actions reach them here. A second pool or queue in one process is a defect.
import type { Account } from "./account";
import type { AlertChoice } from "./alert-choice";
import type { Catalog } from "./catalog/catalog";
import type { Desk } from "./desk";
import type { Env } from "./env";
import type { Intake } from "./intake";
import type { Listing } from "./listing";
import type { Live } from "./live";
import type { People } from "./people";
import type { Readings } from "./reading";
import type { Accounts } from "./store/accounts";

export type House = {
	env: Env;
	catalog: Catalog;
	intake: Intake;
	readings: Readings;
	desk: Desk;
	listing: Listing;
	people: People;
	/** What people do about their own accounts. */
	account: Account;
	alertChoice: AlertChoice;
	live: Live;
	/** What next-auth's adapter needs: Prisma, over the process's one pool. */
	accounts: Accounts;
	/** The database's time, as this process knows it. */
	now(): Date;
	/** A fault that a door turned into words for people: the log reads everything. */
	failed(what: string, error: unknown): void;
};

const KEY = Symbol.for("undelivered.house");

type Shelf = { [KEY]?: House };

/** The house of this process. Throws when the server has not opened it: a page outside the server is a fault. */
export function house(): House {
	const { [KEY]: found } = globalThis as Shelf;
	if (!found) throw new Error("the house is not open: pages are served by server/, not by `next start`");
	return found;
}

/** Opens the house. Throws when one is open already. */
export function openHouse(made: House): House {
	const shelf = globalThis as Shelf;
	if (shelf[KEY]) throw new Error("the house is open already: one pool and one queue per process");
	shelf[KEY] = made;
	return made;
}

export function closeHouse(): void {
	delete (globalThis as Shelf)[KEY];
}
