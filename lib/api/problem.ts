// The API's one translator: a refusal becomes problem details (RFC 9457), a fault becomes a 500 that says nothing of
// its insides.
import { type Refusal, refusals } from "../refusal";
import { type Answer, responseOf } from "./answer";

export const PROBLEM_TYPE = "application/problem+json";

/** A refusal as an HTTP answer; `publicUrl` makes the problem's type an address that explains it. */
export function problemAnswer(refusal: Refusal, publicUrl: string, instance: string): Answer {
	const { status, type, title } = refusals[refusal.word];
	const { detail, names, errors, retryAfterSeconds } = refusal;
	return {
		status,
		headers: {
			"content-type": PROBLEM_TYPE,
			"cache-control": "no-store",
			// What was not read of a body must not be taken for the next request.
			...(refusal.word === "too-large" && { connection: "close" }),
			...(retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) }),
		},
		body: JSON.stringify({
			type: `${publicUrl}/problems/${type}`,
			title,
			status,
			detail,
			instance,
			...(names && { names }),
			...(errors && { errors }),
		}),
	};
}

/** The same as a Response. */
export function problemOf(refusal: Refusal, publicUrl: string, instance: string): Response {
	return responseOf(problemAnswer(refusal, publicUrl, instance));
}

/** What is told of every fault alike. */
export const FAULT = { status: 500, type: "fault", title: "Something broke on our side" } as const;

/** Something broke on our side. */
export function faultAnswer(publicUrl: string, instance: string): Answer {
	const body = {
		type: `${publicUrl}/problems/${FAULT.type}`,
		title: FAULT.title,
		status: FAULT.status,
		detail: "Try again in a moment. If it stays like this, it is our fault, not yours.",
		instance,
	};
	return { status: FAULT.status, headers: { "content-type": PROBLEM_TYPE, "cache-control": "no-store" }, body: JSON.stringify(body) };
}
