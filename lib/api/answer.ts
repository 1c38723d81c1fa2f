// An answer as any door can give it: the hot doors write it to the socket as it is, Hono's make a Response of it.

export type Answer = { status: number; headers: Record<string, string>; body: string };

export function responseOf({ status, headers, body }: Answer): Response {
	return new Response(body, { status, headers });
}

/** What another site's page may read of an answer. */
export const EXPOSED = ["Location", "Retry-After", "Idempotency-Replayed"];

/** The same said by a door that Hono's middleware does not pass. */
export const READABLE_ANYWHERE = { "access-control-allow-origin": "*", "access-control-expose-headers": EXPOSED.join(",") };
