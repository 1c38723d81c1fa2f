// What may a door refuse, and in which words? A refusal is somebody's doing, comes back as a value from this closed
// union and is told by its tag (never by `instanceof`: it crosses the seam to Next's own copy of this file).
// Faults are ours: they throw.

/** The closed list of refusals: HTTP status, the word of the problem's public type, and what a person reads first. */
export const refusals = {
	malformed: { status: 400, type: "malformed", title: "We could not read that" },
	forbidden: { status: 403, type: "not-allowed", title: "That is not allowed" },
	"not-found": { status: 404, type: "not-found", title: "There is nothing here" },
	"wrong-method": { status: 405, type: "not-allowed", title: "This address does not take that method" },
	"still-running": { status: 409, type: "conflict", title: "The first request with this key is still running" },
	"too-large": { status: 413, type: "too-large", title: "That is more than we take" },
	conflict: { status: 422, type: "conflict", title: "This contradicts what came before" },
	"unknown-service": { status: 422, type: "unknown-service", title: "We do not know this service" },
	"declined-service": { status: 422, type: "unknown-service", title: "We do not list this service" },
	"unknown-carrier": { status: 422, type: "unknown-carrier", title: "We do not know this carrier" },
	"unknown-region": { status: 422, type: "unknown-region", title: "We do not know this region" },
	"unsupported-channel": { status: 422, type: "unsupported-channel", title: "This service does not use this channel" },
	"not-text": { status: 422, type: "not-text", title: "That is not plain text" },
	"from-the-future": { status: 422, type: "from-the-future", title: "That time has not come yet" },
	"too-many": { status: 429, type: "too-many", title: "Too many in a short time" },
	busy: { status: 503, type: "busy", title: "We could not do this just now" },
} as const satisfies Record<string, { status: number; type: string; title: string }>;

export type RefusalWord = keyof typeof refusals;

export type FieldError = { field: string; message: string };

export type Refusal = {
	readonly tag: "refusal";
	readonly word: RefusalWord;
	/** One sentence that says what to do. */
	readonly detail: string;
	/** What the sentence names: services that may be meant, channels there are. For who says it in another language. */
	readonly names?: readonly string[];
	readonly errors?: readonly FieldError[];
	readonly retryAfterSeconds?: number;
};

/** Makes a refusal; `detail` says what to do, `errors` name the fields. */
export function refuse(word: RefusalWord, detail: string, more: Pick<Refusal, "names" | "errors" | "retryAfterSeconds"> = {}): Refusal {
	return { tag: "refusal", word, detail, ...more };
}

export function isRefusal(answer: unknown): answer is Refusal {
	return typeof answer === "object" && answer !== null && "tag" in answer && answer.tag === "refusal";
}
