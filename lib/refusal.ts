// What may a door refuse, and in which words? A refusal is somebody's doing, comes back as a value from this closed
// union and is told by its tag (never by `instanceof`: it crosses the seam to Next's own copy of this file).
// Faults are ours: they throw.

/** The closed list of refusals: the HTTP status of each, and what a person reads. */
export const refusals = {
	malformed: { status: 400, title: "We could not read that" },
	"not-allowed": { status: 403, title: "That is not allowed" },
	"not-found": { status: 404, title: "There is nothing here" },
	"wrong-method": { status: 405, title: "This address does not take that method" },
	busy: { status: 503, title: "We could not save this just now" },
	conflict: { status: 422, title: "This key was used for another report" },
	"still-running": { status: 409, title: "The first request with this key is still running" },
	"too-large": { status: 413, title: "That is more than we take" },
	"too-many": { status: 429, title: "Too many reports in a short time" },
	"unknown-service": { status: 422, title: "We do not know this service" },
	"unknown-carrier": { status: 422, title: "We do not know this carrier" },
	"unknown-region": { status: 422, title: "We do not know this region" },
	"unsupported-channel": { status: 422, title: "This service does not use this channel" },
	"not-text": { status: 422, title: "That is not plain text" },
	"from-the-future": { status: 422, title: "That time has not come yet" },
} as const satisfies Record<string, { status: number; title: string }>;

export type RefusalWord = keyof typeof refusals;

export type FieldError = { field: string; message: string };

export type Refusal = {
	readonly tag: "refusal";
	readonly word: RefusalWord;
	/** One sentence that says what to do. */
	readonly detail: string;
	readonly errors?: readonly FieldError[];
	readonly retryAfterSeconds?: number;
};

/** Makes a refusal; `detail` says what to do, `errors` name the fields. */
export function refuse(word: RefusalWord, detail: string, more: Pick<Refusal, "errors" | "retryAfterSeconds"> = {}): Refusal {
	return { tag: "refusal", word, detail, ...more };
}

export function isRefusal(answer: unknown): answer is Refusal {
	return typeof answer === "object" && answer !== null && "tag" in answer && answer.tag === "refusal";
}
