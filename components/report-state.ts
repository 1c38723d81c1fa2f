// What the form remembers between two posts: what was typed, and how the last post ended. The same with and without scripts.
import type { Receipt } from "@/lib/receipt";
import type { Refusal } from "@/lib/refusal";
import type { ChannelStatus, Status } from "@/lib/status";

/** The fields as typed, by their names in the form. */
export const fieldNames = [
	"service",
	"channel",
	"symptom",
	"tried",
	"region",
	"network",
	"mailbox",
	"waited",
	"flow",
	"note",
	"website",
	"suggest",
] as const;
export type FieldName = (typeof fieldNames)[number];
export type Typed = Partial<Record<FieldName, string>>;

/** What the thanks say of everybody: no more of a status than that goes along with the form. */
export type Told = Pick<Status, "service" | "state" | "restsOn" | "says"> & { channels: readonly ToldChannel[] };
export type ToldChannel = Pick<ChannelStatus, "channel" | "failed" | "missing" | "answered" | "expected">;

export type Sent = Pick<Receipt, "id" | "receipt" | "counted" | "repeatOf"> & { status: Told; held: boolean };

/** What was said of a report afterwards: it came, still nothing, or it is taken back. */
export const answers = ["came", "nothing", "withdrawn"] as const;
export type Answer = (typeof answers)[number];

/** A report that was sent, answered further or not. */
export type Done = Extract<ReportState, { kind: "sent" | "answered" }>;

/** As much of a refusal as the form tells. */
export type Refused = Pick<Refusal, "word" | "names" | "errors" | "retryAfterSeconds">;

export type ReportState =
	| { kind: "open"; typed: Typed }
	| { kind: "refused"; typed: Typed; refusal: Refused }
	| { kind: "broken"; typed: Typed }
	/** It waits in this browser (components/outbox.ts), under this key. */
	| { kind: "waiting"; typed: Typed; key: string }
	| { kind: "sent"; typed: Typed; sent: Sent }
	/** "Did it arrive in the end?" was answered, or the report taken back; `kept` is false when that could not be saved. */
	| { kind: "answered"; typed: Typed; sent: Sent; answer: Answer; kept: boolean };

/** As the page posts it: `before` comes back from the browser, so the action takes it for a claim (app/_http/report-before.ts). */
export type ReportAction = (before: ReportState, form: FormData) => Promise<ReportState>;
