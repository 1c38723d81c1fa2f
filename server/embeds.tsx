import type { IncomingMessage, ServerResponse } from "node:http";
import type { House } from "@/lib/house";
export type Embeds = { answer(request: IncomingMessage, response: ServerResponse, nonce: string): Promise<boolean> };
export async function makeEmbeds(_house: House, _folder: string): Promise<Embeds> {
	return { answer: async () => false };
}
export function brokenPage(): string {
	return "<!doctype html><title>Broken</title>";
}
