// Somebody else's sign-in page, on an origin of its own, with our tag in it.
import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll } from "vitest";

/** Serves one page whose body is `html`; resolves with its address. */
export async function startStranger(html: string): Promise<string> {
	const server = createServer((_request, response) => {
		response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
		response.end(`<!doctype html><html lang="en"><title>Sign in</title><h1>Enter the code we sent you</h1>${html}</html>`);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	afterAll(() => new Promise((resolve) => server.close(resolve)));
	const address = server.address();
	return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
}
