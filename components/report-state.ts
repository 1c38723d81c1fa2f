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
export type Told = Pick<Status, "service" | "state" | "restsOn" | "sentence"> & { channels: readonly ToldChannel[] };
export type ToldChannel = Pick<ChannelStatus, "channel" | "failed" | "missing" | "answered" | "expected">;

export type Sent = Pick<Receipt, "id" | "receipt" | "counted" | "repeatOf"> & { status: Told; held: boolean };

/** A report that was sent, answered further or not. */
export type Done = Extract<ReportState, { kind: "sent" | "answered" }>;

export type ReportState =
	| { kind: "open"; typed: Typed }
	| { kind: "refused"; typed: Typed; refusal: Pick<Refusal, "word" | "detail" | "errors" | "retryAfterSeconds"> }
	| { kind: "broken"; typed: Typed }
	| { kind: "sent"; typed: Typed; sent: Sent }
	/** "Did it arrive in the end?" was answered; `kept` is false when that could not be saved. */
	| { kind: "answered"; typed: Typed; sent: Sent; arrived: boolean; kept: boolean };

/** As the page posts it: `before` comes back from the browser, so the action takes it for a claim (app/_http/report-before.ts). */
export type ReportAction = (before: ReportState, form: FormData) => Promise<ReportState>;
