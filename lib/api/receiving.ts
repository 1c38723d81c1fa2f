// The one answer to a report, whichever door it came through: what thousands ask for at once, made without a Request or a
// Response.
import { parse, serialize } from "hono/utils/cookie";
import type { Intake } from "../intake";
import { originOf, TOKEN_COOKIE, tokenCookie, type Where } from "../origin";
import type { Receipt } from "../receipt";
import { isRefusal, refuse } from "../refusal";
import type { Status } from "../status";
import type { Answer } from "./answer";
import { bodyOf } from "./body";
import { problemAnswer } from "./problem";

/** Longer keys are somebody's mistake. */
const KEY_LENGTH_MAX = 255;

/** A report as it comes over HTTP; `text` is null when it was too large. */
export type Posted = { where: Where; header(name: string): string | undefined; text: string | null };

/** Takes a posted report; `path` is where, for problem details. Never throws what is not a fault. */
export function makeReceiving({
	intake,
	publicUrl,
}: {
	intake: Pick<Intake, "receiveReport">;
	publicUrl: string;
}): (posted: Posted, path: string) => Promise<Answer> {
	return async ({ where, header, text }, path) => {
		const body = bodyOf(text);
		if (isRefusal(body)) return problemAnswer(body, publicUrl, path);
		const key = header("idempotency-key");
		if (key !== undefined && (key === "" || key.length > KEY_LENGTH_MAX))
			return problemAnswer(refuse("malformed", "An Idempotency-Key has 1 to 255 characters."), publicUrl, path);
		const token = parse(header("cookie") ?? "", TOKEN_COOKIE)[TOKEN_COOKIE];
		const receipt = await intake.receiveReport(body, originOf(where, header, token), key);
		if (isRefusal(receipt)) return problemAnswer(receipt, publicUrl, path);
		return { status: 201, headers: headersOf(receipt, publicUrl), body: toldOf(receipt) };
	};
}

function headersOf({ id, token, replayed }: Receipt, publicUrl: string): Record<string, string> {
	return {
		"content-type": "application/json",
		location: `${publicUrl}/api/v1/reports/${id}`,
		...(token !== null && { "set-cookie": serialize(TOKEN_COOKIE, token, tokenCookie(publicUrl)) }),
		...(replayed && { "idempotency-replayed": "true" }),
	};
}

/** A receipt as JSON. */
export function toldOf({ id, receipt, counted, repeatOf, status }: Receipt): string {
	return `${JSON.stringify({ id, receipt, counted, repeatOf }).slice(0, -1)},"status":${textOf(status)}}`;
}

const texts = new WeakMap<Status, string>();

/** Everybody who reports a service within a second is told the same status: it becomes text once. */
function textOf(status: Status): string {
	const text = texts.get(status) ?? JSON.stringify(status);
	texts.set(status, text);
	return text;
}
