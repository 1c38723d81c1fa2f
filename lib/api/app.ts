// The public API, version 1: one Hono application, tested by calling its `fetch` and mounted on the server's hot door.
// Doors are thin: parse, ask the house, translate. Every refusal, 404 and 405 included, is problem details.
import { Hono } from "hono";
import { cors } from "hono/cors";
import type { House } from "../house";
import { type Refusal, refusals, refuse } from "../refusal";
import { EXPOSED, responseOf } from "./answer";
import { badges } from "./badges";
import { openApi } from "./openapi";
import { FAULT, faultAnswer, problemOf } from "./problem";
import { readers } from "./readers";
import { reports } from "./reports";

export type ApiParts = Pick<House, "catalog" | "intake" | "readings" | "now"> & {
	publicUrl: string;
	/** A fault: the log reads everything. */
	failed(error: unknown): void;
};

export function makeApi(parts: ApiParts): Hono {
	const app = new Hono();
	const problem = (refusal: Refusal, path: string) => problemOf(refusal, parts.publicUrl, path);

	app.use(
		"/api/*",
		cors({
			origin: "*",
			allowMethods: ["GET", "POST", "PATCH", "DELETE"],
			exposeHeaders: EXPOSED,
		}),
	);
	app.route("/api/v1", reports(parts));
	app.route("/api/v1", readers(parts));
	app.route("/api/v1", badges(parts));
	app.get("/api/v1/openapi.json", (c) => c.json(openApi(parts.publicUrl)));
	app.get("/problems/:type", (c) => {
		const found = [...Object.values(refusals), FAULT].filter(({ type }) => type === c.req.param("type"));
		return found[0] ? c.json(found) : problem(refuse("not-found", "There is no problem of this type."), c.req.path);
	});

	const taken = app.routes.filter((route) => route.method !== "ALL");
	for (const path of new Set(taken.map((route) => route.path))) {
		const allow = taken.flatMap((route) => (route.path === path ? route.method : [])).join(", ");
		app.all(path, (c) => {
			c.header("allow", allow);
			return problem(refuse("wrong-method", `${c.req.method} is not a method of this address.`), c.req.path);
		});
	}
	app.notFound((c) =>
		problem(refuse("not-found", "There is nothing at this address. The API is described at /api/v1/openapi.json."), c.req.path),
	);
	app.onError((error, c) => {
		parts.failed(error);
		return responseOf(faultAnswer(parts.publicUrl, c.req.path));
	});
	return app;
}
