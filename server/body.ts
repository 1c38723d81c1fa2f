// The body of a request, heard by its events: an iterator over them costs as much as all else that a report's door does.
import type { IncomingMessage } from "node:http";
import { makePile } from "@/lib/api/body";

/**
 * All of a body that is at most `bytesMax` long; `null` when it is more, after it was read to its end or to where patience
 * ends. Rejects when whoever sends it hangs up.
 */
export function bytesOf(request: IncomingMessage, bytesMax: number): Promise<Buffer | null> {
	return new Promise((resolve, reject) => {
		const pile = makePile(bytesMax);
		request.on("data", (piece: Buffer) => {
			if (pile.add(piece)) return;
			resolve(null);
			request.destroy();
		});
		request.on("end", () => resolve(pile.whole()));
		request.on("error", reject);
	});
}
