// Who did it, as the audit wants it.
import { randomBytes } from "node:crypto";
import { uuidOf } from "../time";
import type { AuditRow } from "./audit";

export type Doer = { userId: string; who: string };

/** A row about the doer's own account. */
export function rowBy(doer: Doer, at: Date, deed: string, detail: object): AuditRow {
	return { id: uuidOf(at, randomBytes(10)), at, deed, subject: `account ${doer.userId}`, detail, ...doer };
}
