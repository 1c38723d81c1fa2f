// A server whose pages cannot be made: what people see when Next itself fails, under the real policy.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll } from "vitest";
import { makeNonce, makeProtection } from "@/server/headers";
import { makeKept } from "@/server/kept";
import { makePages } from "@/server/pages";

export async function startBroken(): Promise<string> {
	const kept = makeKept(makeProtection({ isDevelopment: false, isSecure: false }));
	const next = (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(500).end("stack trace");
	const pages = makePages(
		kept,
		{ lastsMs: () => 0, findService: () => null },
		{ next, reportScript: () => "/report.js", countryOf: () => null },
	);
	const server = createServer((request, response) => {
		const address = pages.addressOf(request);
		if (address === null) response.writeHead(404).end();
		else pages.answer({ request, response, nonce: makeNonce() }, address);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	afterAll(() => new Promise((resolve) => server.close(resolve)));
	const address = server.address();
	return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
}
