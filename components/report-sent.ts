// What the form keeps of the answer to a report: enough to thank, to ask once more and to take it back.
import type { Receipt } from "@/lib/receipt";
import type { Answer, Sent, Typed } from "./report-state";

export type Answered = Pick<Receipt, "id" | "receipt" | "counted" | "repeatOf" | "status">;

/** `held`: the service is not listed yet. */
export function sentOf({ id, receipt, counted, repeatOf, status }: Answered, held: boolean): Sent {
	const { service, state, restsOn, says, channels } = status;
	const told = channels.map(({ channel, failed, missing, answered, expected }) => ({ channel, failed, missing, answered, expected }));
	return { id, receipt, counted, repeatOf, held, status: { service, state, restsOn, says, channels: told } };
}

/** Whether it may still end otherwise: what came, late or in time, has come. */
export function isUnsettled({ symptom }: Typed): boolean {
	return symptom !== "arrived" && symptom !== "late";
}

/** What a report says after "did it arrive in the end?": a key that works in the end was not late. */
export function symptomAfter(answer: Exclude<Answer, "withdrawn">, typed: Typed): string {
	if (answer === "nothing") return typed.symptom ?? "missing";
	return typed.channel === "key" ? "arrived" : "late";
}
