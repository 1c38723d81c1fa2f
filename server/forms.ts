// How is a form answered? Whole: its body is read within bounds, handed to Next without a socket, and what Next says is
// handed back, or our own page where Next has nothing better to say than that something broke.
import type { RequestListener } from "node:http";
import inject from "light-my-request";
import { bytesOf } from "./body";
import { brokenPage } from "./drawings";
import type { Visit } from "./kept";

/** The report form with every field filled is under eight kilobytes, its hidden state included. */
const FORM_BYTES_MAX = 64 * 1024;

/** Answers a form through Next; false when it was too large. */
export async function answerForm({ request, response, nonce }: Visit, next: RequestListener): Promise<boolean> {
	const payload = await bytesOf(request, FORM_BYTES_MAX);
	if (payload === null) return false;
	const answer = await inject(next, { method: "POST", url: request.url ?? "/", headers: request.headers, payload });
	if (answer.statusCode >= 500) {
		response.writeHead(500, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(brokenPage(nonce));
		return true;
	}
	const { connection: _connection, "transfer-encoding": _encoding, ...headers } = answer.headers;
	response.writeHead(answer.statusCode, { ...headers, "content-length": answer.rawPayload.length }).end(answer.rawPayload);
	return true;
}
