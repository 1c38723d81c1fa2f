// What the form remembers between two posts: what was typed, and how the last post ended. The same with and without scripts.
import type { Receipt } from "@/lib/intake";
import type { Refusal } from "@/lib/refusal";

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
] as const;
export type FieldName = (typeof fieldNames)[number];
export type Typed = Partial<Record<FieldName, string>>;

export type Sent = Pick<Receipt, "id" | "receipt" | "counted" | "repeatOf" | "status">;

export type ReportState =
	| { kind: "open"; typed: Typed }
	| { kind: "refused"; typed: Typed; refusal: Pick<Refusal, "word" | "detail" | "errors" | "retryAfterSeconds"> }
	| { kind: "broken"; typed: Typed }
	| { kind: "sent"; typed: Typed; sent: Sent }
	/** "Did it arrive in the end?" was answered; `kept` is false when that could not be saved. */
	| { kind: "answered"; typed: Typed; sent: Sent; arrived: boolean; kept: boolean };

export type ReportAction = (before: ReportState, form: FormData) => Promise<ReportState>;
