// A report posted from the browser, and what the server says of it. It is posted to the API under a key of its own, so that
// it may be posted again when no answer came.
import { domainOf } from "@/lib/catalog/domain";
import { refusals } from "@/lib/refusal";
import type { Status } from "@/lib/status";
import { toldRefusals } from "./form-phrases";
import type { Draft } from "./report-draft";
import { type Answered, sentOf } from "./report-sent";
import type { Refused, Sent } from "./report-state";
import { inputOf } from "./report-typed";

/** A connection that says nothing for so long is taken for lost. */
const ANSWER_WITHIN_MS = 15_000;

export type Posted = { kind: "sent"; sent: Sent } | { kind: "refused"; refusal: Refused };

/** `null`: no answer, a fault of theirs, or "not yet": it has to be posted again. */
export async function post(draft: Pick<Draft, "key" | "typed">, triedMinutesAgo: number): Promise<Posted | null> {
	const { key, typed } = draft;
	// A tick beside another name than the one that is sent now is not meant any more.
	const isSuggested = typed.suggest !== undefined && typed.suggest === domainOf(typed.service ?? "");
	try {
		const answer = await fetch(isSuggested ? "/api/v1/suggestions" : "/api/v1/reports", {
			method: "POST",
			headers: { "content-type": "application/json", "idempotency-key": key },
			body: JSON.stringify(inputOf(typed, triedMinutesAgo)),
			signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
		});
		if (answer.status >= 500 || answer.status === 409) return null;
		if (!answer.ok) return { kind: "refused", refusal: refusedOf(await answer.json(), answer.headers.get("retry-after")) };
		const answered: Answered = await answer.json();
		return { kind: "sent", sent: sentOf(answered, isSuggested && answered.status.service === typed.suggest) };
	} catch {
		return null;
	}
}

type Problem = { title: string } & Pick<Refused, "names" | "errors">;

function refusedOf({ title, names, errors }: Problem, retryAfter: string | null): Refused {
	const word = words.find((one) => refusals[one].title === title) ?? "malformed";
	return {
		word,
		...(names && { names }),
		...(errors && { errors }),
		...(retryAfter !== null && { retryAfterSeconds: Number(retryAfter) }),
	};
}

/** What may be said of a report, told apart by the title of its problem. */
const words = [...toldRefusals, "conflict"] as const;

const LOOK_AGAIN_MS = 300;
const FRESH_WITHIN_MS = 3_000;

/**
 * What is said of everybody, this person included: the answer to a report holds what was said before it. When it takes too
 * long, that.
 */
export async function withFreshStatus(sent: Sent): Promise<Sent> {
	const filedAt = timeOf(sent.id);
	for (const until = Date.now() + FRESH_WITHIN_MS; !sent.held && Date.now() < until; await wait(LOOK_AGAIN_MS)) {
		const status = await statusOf(sent.status.service);
		if (status === null) break;
		if (status.lastReportAt !== null && Date.parse(status.lastReportAt) >= filedAt)
			return { ...sent, ...sentOf({ ...sent, status }, false) };
	}
	return sent;
}

/** When a report was filed: its id is a UUIDv7, which begins with its milliseconds. */
function timeOf(id: string): number {
	return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

async function statusOf(service: string): Promise<Status | null> {
	const answer = await fetch(`/api/v1/services/${service}/status`, { cache: "no-store" }).catch(() => null);
	return answer?.ok ? answer.json() : null;
}

function wait(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A key by chance, in the shape of a UUID. `crypto.randomUUID` is there over https only. */
export function makeKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}
