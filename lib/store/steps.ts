// A step of the watch as one transaction: the tick, what the detector remembers there, and every change it found.
import type { Memory } from "../detect/memory";
import type { StepStore } from "../findings";
import { changeWithin, insertVerdict, openIncident } from "./incident-changes";
import { findIncident } from "./incidents";
import { saveTick } from "./observations";
import { type Connection, inTransaction, type Pool } from "./pool";

export type Step = StepStore & {
	/** False when another watch has taken this step. */
	saveTick(at: Date, memory: Memory): Promise<boolean>;
};

/** Any throw leaves everything as it was. */
export function inStep<Result>(pool: Pool, deed: (step: Step) => Promise<Result>): Promise<Result> {
	return inTransaction(pool, (connection) => deed(stepOn(connection)));
}

function stepOn(connection: Connection): Step {
	return {
		saveTick: (at, memory) => saveTick(connection, at, memory),
		findIncident: (id) => findIncident(connection, id),
		openIncident: (opening) => openIncident(connection, opening),
		changeIncident: (change) => changeWithin(connection, change),
		saveVerdict: (incident, at, slice, verdict) => insertVerdict(connection, incident, at, slice, verdict),
	};
}
