// POST, PATCH and DELETE of reports: the door that thousands come through at once.
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import { originOf, TOKEN_COOKIE, tokenCookie } from "../origin";
import type { Receipt } from "../receipt";
import { isRefusal, type Refusal, refuse } from "../refusal";
import type { ApiParts } from "./app";
import { readBody } from "./body";
import { problemOf } from "./problem";

/** Longer keys are somebody's mistake. */
const KEY_LENGTH_MAX = 255;

const withdrawal = z.strictObject({ receipt: z.string().min(1).max(200) });

export function reports({ intake, publicUrl }: ApiParts): Hono {
	const app = new Hono();
	const problem = (c: Context, refusal: Refusal) => problemOf(refusal, publicUrl, c.req.path);

	app.post("/reports", async (c) => {
		const body = await readBody(c.req.raw);
		if (isRefusal(body)) return problem(c, body);
		const key = c.req.header("idempotency-key");
		if (key !== undefined && (key === "" || key.length > KEY_LENGTH_MAX))
			return problem(c, refuse("malformed", "An Idempotency-Key has 1 to 255 characters."));
		const origin = originOf((name) => c.req.header(name), getCookie(c, TOKEN_COOKIE));
		const receipt = await intake.receiveReport(body, origin, key);
		if (isRefusal(receipt)) return problem(c, receipt);
		if (receipt.token !== null) setCookie(c, TOKEN_COOKIE, receipt.token, tokenCookie(publicUrl));
		if (receipt.replayed) c.header("Idempotency-Replayed", "true");
		c.header("Location", `${publicUrl}/api/v1/reports/${receipt.id}`);
		return c.json(told(receipt), 201);
	});

	app.patch("/reports/:id", async (c) => {
		const body = await readBody(c.req.raw);
		if (isRefusal(body)) return problem(c, body);
		const receipt = await intake.amendReport(c.req.param("id"), body);
		return isRefusal(receipt) ? problem(c, receipt) : c.json(told(receipt));
	});

	app.delete("/reports/:id", async (c) => {
		const body = await readBody(c.req.raw);
		if (isRefusal(body)) return problem(c, body);
		const { success, data } = withdrawal.safeParse(body);
		if (!success) return problem(c, refuse("malformed", "Send the receipt, and nothing else."));
		const withdrawn = await intake.withdrawReport(c.req.param("id"), data.receipt);
		return isRefusal(withdrawn) ? problem(c, withdrawn) : c.body(null, 204);
	});

	return app;
}

function told({ id, receipt, counted, repeatOf, status }: Receipt) {
	return { id, receipt, counted, repeatOf, status };
}
