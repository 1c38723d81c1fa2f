// POST, PATCH and DELETE of reports. A server takes what is posted at a door of its own (server/reports.ts), by the same deed.
import { type Context, Hono } from "hono";
import { z } from "zod";
import { whereOf } from "../origin";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { responseOf } from "./answer";
import type { ApiParts } from "./app";
import { readBody, readText } from "./body";
import { problemOf } from "./problem";
import { makeReceiving, toldOf } from "./receiving";

const withdrawal = z.strictObject({ receipt: z.string().min(1).max(200) });

export function reports({ intake, publicUrl }: ApiParts): Hono {
	const app = new Hono();
	const receive = makeReceiving({ intake, publicUrl });
	const receiveSuggestion = makeReceiving({ intake: { receiveReport: intake.receiveSuggestion }, publicUrl });
	const problem = (c: Context, refusal: Refusal) => problemOf(refusal, publicUrl, c.req.path);

	const take = (taking: typeof receive) => async (c: Context) => {
		const header = (name: string) => c.req.header(name);
		return responseOf(await taking({ where: whereOf(header), header, text: await readText(c.req.raw) }, c.req.path));
	};
	app.post("/reports", take(receive));
	app.post("/suggestions", take(receiveSuggestion));

	app.patch("/reports/:id", async (c) => {
		const body = await readBody(c.req.raw);
		if (isRefusal(body)) return problem(c, body);
		const receipt = await intake.amendReport(c.req.param("id"), body);
		return isRefusal(receipt) ? problem(c, receipt) : c.body(toldOf(receipt), 200, { "content-type": "application/json" });
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
