// Live streams on the hot door: one frame, made once, written to every open line. Bounded per address and in all; a client
// that cannot keep up is dropped, and has been told by `retry` when to come back.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Catalog } from "@/lib/catalog/catalog";
import type { Live } from "@/lib/live";
import { ADDRESS_HEADER } from "@/lib/origin";
import { type Refusal, refuse } from "@/lib/refusal";
import { subscriberOf } from "@/lib/reporter";

/** Streams of one process. */
const STREAMS_MAX = 20_000;
/** Streams of one subscriber, an IPv4 address or an IPv6 /64: a household, an office behind one NAT. */
const STREAMS_PER_ADDRESS_MAX = 100;
/** Bytes a client may be behind before it is dropped. */
const BEHIND_BYTES_MAX = 64 * 1024;

export type Streams = {
	/** Opens a stream, or says why not. */
	open(request: IncomingMessage, response: ServerResponse): Refusal | null;
};

export function makeStreams(live: Live, catalog: Catalog): Streams {
	const perAddress = new Map<string, number>();

	return {
		open(request, response) {
			const { searchParams } = new URL(request.url ?? "/", "http://localhost");
			const word = searchParams.get("service");
			const service = word === null ? null : catalog.meantService(word);
			if (word !== null && service === null) return refuse("unknown-service", "There is no service by this name here.");
			const address = subscriberOf(String(request.headers[ADDRESS_HEADER]));
			const open = perAddress.get(address) ?? 0;
			if (live.listening >= STREAMS_MAX)
				return refuse("busy", "Very many people are looking. Try again in a moment.", { retryAfterSeconds: 10 });
			if (open >= STREAMS_PER_ADDRESS_MAX) return refuse("too-many", "Close a few pages first.", { retryAfterSeconds: 10 });
			perAddress.set(address, open + 1);
			const line = begin(response);
			const listener = {
				service,
				write: (frame: Uint8Array) => line.write(frame) || line.writableLength < BEHIND_BYTES_MAX,
				close: () => response.destroy(),
			};
			const stream = live.listen(listener, lastEventId(request));
			response.on("close", () => {
				stream.close();
				const left = (perAddress.get(address) ?? 1) - 1;
				if (left > 0) perAddress.set(address, left);
				else perAddress.delete(address);
			});
			return null;
		},
	};
}

/**
 * Sends the head, and gives back where frames go: the socket itself. An answer without chunks ends with its connection, so
 * frames need nothing around them, and a write past the response costs half of one through it.
 */
function begin(response: ServerResponse): Pick<Socket, "write" | "writableLength"> {
	response.removeHeader("transfer-encoding");
	response.writeHead(200, {
		"content-type": "text/event-stream; charset=utf-8",
		"cache-control": "no-cache, no-transform",
		"access-control-allow-origin": "*",
		"x-accel-buffering": "no",
		connection: "close",
	});
	response.flushHeaders();
	// A request sent before the answer to the one before it has no socket yet.
	return response.socket ?? response;
}

function lastEventId(request: IncomingMessage): number | null {
	const id = Number(request.headers["last-event-id"]);
	return Number.isSafeInteger(id) && id > 0 ? id : null;
}
