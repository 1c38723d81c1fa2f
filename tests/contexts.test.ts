// Contexts are on while Next is asked and off after it; no request ever loses its own.
import hooks, { AsyncResource } from "node:async_hooks";
import type { RequestListener } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import inject from "light-my-request";
import { afterAll, expect, test } from "vitest";
import { trackContexts } from "@/server/contexts";

const { AsyncLocalStorage } = hooks;
afterAll(() => {
	hooks.AsyncLocalStorage = AsyncLocalStorage;
});

const costsNothing = Number.parseInt(process.versions.node, 10) >= 24;

test("a context holds while anybody is being answered, and is off once nobody is", async () => {
	const { whileAsked } = trackContexts();
	const context = new hooks.AsyncLocalStorage<string>();
	const waking = new Map<string, () => void>();
	const seen: (() => string | undefined)[] = [];
	const drawing: RequestListener = (request, response) =>
		context.run(request.url ?? "", async () => {
			seen.push(AsyncResource.bind(() => context.getStore()));
			await new Promise<void>((resolve) => waking.set(request.url ?? "", resolve));
			response.end(context.getStore());
		});
	const asked = whileAsked(drawing);

	const [first, second] = [inject(asked, "/first"), inject(asked, "/second")];
	await expect.poll(() => waking.size).toBe(2);
	waking.get("/first")?.();
	expect((await first).payload).toBe("/first");
	await wait(300);
	expect(seen.map((see) => see())).toEqual(["/first", "/second"]);

	waking.get("/second")?.();
	expect((await second).payload).toBe("/second");
	await expect.poll(() => seen.map((see) => see())).toEqual(costsNothing ? ["/first", "/second"] : [undefined, undefined]);

	const third = inject(asked, "/third");
	await expect.poll(() => waking.size).toBe(3);
	waking.get("/third")?.();
	expect((await third).payload).toBe("/third");
});

test("an answer that breaks does not keep contexts on", async () => {
	const { whileAsked } = trackContexts();
	const context = new hooks.AsyncLocalStorage<string>();
	const seen: (() => string | undefined)[] = [];
	const breaking = whileAsked(() =>
		context.run("broken", async () => {
			seen.push(AsyncResource.bind(() => context.getStore()));
			throw new Error("broken");
		}),
	);
	const answering = inject(async (request, response) => {
		await Promise.resolve(breaking(request, response)).catch(() => response.writeHead(500).end());
	}, "/");
	expect((await answering).statusCode).toBe(500);
	await expect.poll(() => seen[0]?.()).toBe(costsNothing ? "broken" : undefined);
});
