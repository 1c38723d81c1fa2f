// What anybody may read: services, their status and timeline, incidents, carriers and regions. Answered from readings
// that are shared for a second; a read that failed is 503, or a status that says `unknown`.
import { type Context, Hono } from "hono";
import { z } from "zod";
import { adviceFor } from "../advice";
import { categories, mccMncOf, type Service } from "../catalog/catalog";
import { stretchOfDay } from "../history";
import { incidentStates } from "../incident";
import { isRefusal, type Refusal, refuse } from "../refusal";
import { channels } from "../report";
import { statusStates, type Timeline } from "../status";
import { DAY_MS } from "../time";
import { TIMELINE_POINTS_MAX, timelineSteps } from "../timeline";
import type { ApiParts } from "./app";
import { placesCsv } from "./places-csv";
import { problemOf } from "./problem";

const SERVICES_PER_PAGE_MAX = 200;
/** A shared cache may answer for as long as we would. */
const FRESH = "public, max-age=1, stale-while-revalidate=5";
/** Reference data changes with a release. */
const STEADY = "public, max-age=3600";

/** Seconds may be left out, as pages leave them out of their addresses. */
const at = z
	.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], "is no time like 2026-11-25T19:00Z")
	.transform((text) => new Date(text));
const isStep = (word: string): word is Timeline["step"] => Object.hasOwn(timelineSteps, word);

const serviceQuery = z.object({
	query: z.string().max(120).optional(),
	category: z.enum(categories).optional(),
	state: z.enum(statusStates).optional(),
	cursor: z.string().max(80).optional(),
	limit: z.coerce.number().int().min(1).max(SERVICES_PER_PAGE_MAX).default(50),
});

export const timelineQuery = z.object({
	from: at.optional(),
	to: at.optional(),
	step: z.custom<Timeline["step"]>((word) => typeof word === "string" && isStep(word), "is none of 5m 30m 1h 1d").optional(),
	channel: z.enum(channels).optional(),
	carrier: z.string().max(80).optional(),
	region: z.string().max(6).optional(),
	asOf: at.optional(),
});

export const placesQuery = z.object({ channel: z.enum(channels).optional() });

const incidentQuery = z.object({
	state: z.enum(incidentStates).optional(),
	service: z.string().max(120).optional(),
	carrier: z.string().max(80).optional(),
	region: z.string().max(6).optional(),
	from: at.optional(),
	to: at.optional(),
	day: z.iso.date().optional(),
	cursor: z.uuid().optional(),
});

const notYet = refuse("from-the-future", "`asOf` is a time that has come already.");

type Place = { carrier: string | undefined; region: string | undefined };

export function readers(parts: ApiParts): Hono {
	const { catalog, readings, now, publicUrl } = parts;
	const app = new Hono();
	const problem = (c: Context, refusal: Refusal) => problemOf(refusal, publicUrl, c.req.path);
	const unread = (c: Context) =>
		problem(c, refuse("busy", "We could not read this just now. It does not mean that all is fine.", { retryAfterSeconds: 2 }));

	/** The service of a path; an alias answers 308 to its slug, so that one thing has one address. */
	function serviceAt(c: Context, slug: string): Service | Response {
		const service = catalog.findService(slug);
		if (service) return service;
		const meant = catalog.meantService(slug);
		if (!meant) return problem(c, refuse("not-found", "There is no service by this name here."));
		const { pathname, search } = new URL(c.req.url);
		return c.redirect(pathname.replace(/\/services\/[^/]+/, `/services/${meant.slug}`) + search, 308);
	}

	app.get("/services", async (c) => {
		const query = parsed(serviceQuery, c);
		if (isRefusal(query)) return problem(c, query);
		const overview = await readings.overview();
		const found = !query.query ? null : new Set(catalog.searchServices(query.query, 50).map((one) => one.slug));
		const all = overview.services
			.filter((one) => found === null || found.has(one.slug))
			.filter((one) => query.category === undefined || one.category === query.category)
			.filter((one) => query.state === undefined || one.state === query.state);
		const start = query.cursor === undefined ? 0 : all.findIndex((one) => one.slug === query.cursor) + 1;
		if (query.cursor !== undefined && start === 0)
			return problem(c, refuse("malformed", "This cursor leads nowhere. Begin again without it."));
		const page = all.slice(start, start + query.limit);
		c.header("cache-control", FRESH);
		return c.json({
			services: page.map(({ slug, name, domain, category, offered, state, since }) => ({
				slug,
				name,
				domain,
				category,
				channels: offered,
				state,
				since,
			})),
			next: start + query.limit < all.length ? (page.at(-1)?.slug ?? null) : null,
			asOf: overview.asOf,
		});
	});

	app.get("/services/:slug", async (c) => {
		const service = serviceAt(c, c.req.param("slug"));
		if (service instanceof Response) return service;
		const { id: _id, ...known } = service;
		const [{ status, incidents }, elsewhere, flows, waits] = await Promise.all([
			readings.news(service),
			readings.elsewhere(service),
			readings.flowsOfService(service),
			readings.waitsOfService(service, null),
		]);
		c.header("cache-control", FRESH);
		return c.json({
			service: known,
			status,
			incidents: incidents.filter((one) => status.incidents.includes(one.id)),
			elsewhere,
			advice: adviceFor(status, service),
			flows,
			waits,
			asOf: status.asOf,
		});
	});

	app.get("/services/:slug/status", async (c) => {
		const service = serviceAt(c, c.req.param("slug"));
		if (service instanceof Response) return service;
		c.header("cache-control", FRESH);
		return c.json(await readings.status(service));
	});

	app.get("/services/:slug/timeline", async (c) => {
		const service = serviceAt(c, c.req.param("slug"));
		if (service instanceof Response) return service;
		const query = parsed(timelineQuery, c);
		if (isRefusal(query)) return problem(c, query);
		const refusal = refusalOfStretch(query);
		if (refusal) return problem(c, refusal);
		const place = knownPlace(query);
		if (isRefusal(place)) return problem(c, place);
		const timeline = await readings.timeline(service, { ...query, ...place });
		if (!timeline.known) return unread(c);
		c.header("cache-control", FRESH);
		return c.json(timeline.value);
	});

	app.get("/services/:slug/places", async (c) => {
		const service = serviceAt(c, c.req.param("slug"));
		if (service instanceof Response) return service;
		const query = parsed(placesQuery, c);
		if (isRefusal(query)) return problem(c, query);
		const reading = await readings.placesOfService(service, query.channel);
		if (!reading) return unread(c);
		c.header("cache-control", FRESH);
		return c.json({ service: service.slug, channel: query.channel ?? null, ...reading, asOf: now().toISOString() });
	});

	app.get("/services/:slug/places.csv", async (c) => {
		const service = serviceAt(c, c.req.param("slug"));
		if (service instanceof Response) return service;
		const query = parsed(placesQuery, c);
		if (isRefusal(query)) return problem(c, query);
		const [reading, status] = await Promise.all([readings.placesOfService(service, query.channel), readings.status(service)]);
		if (!reading) return unread(c);
		c.header("content-disposition", `attachment; filename="${service.slug}-places.csv"`);
		return c.body(placesCsv(reading, { service: service.slug, demo: status.demo }), 200, {
			"cache-control": FRESH,
			"content-type": "text/csv; charset=utf-8",
		});
	});

	/** Carrier and region of a query by key and code, whatever alias they came as. */
	function knownPlace(query: { carrier?: string | undefined; region?: string | undefined }): Place | Refusal {
		const carrier = query.carrier === undefined ? undefined : catalog.findCarrier(query.carrier)?.key;
		const region = query.region === undefined ? undefined : catalog.findRegion(query.region)?.code;
		if (query.carrier !== undefined && !carrier) return refuse("unknown-carrier", "Look carriers up at /api/v1/carriers.");
		if (query.region !== undefined && !region) return refuse("unknown-region", "Look regions up at /api/v1/regions.");
		return { carrier, region };
	}

	function refusalOfStretch({ from, to, step = "5m", asOf }: z.output<typeof timelineQuery>): Refusal | null {
		if (asOf && asOf > now()) return notYet;
		const end = Math.min(...[to ?? now(), asOf ?? now()].map((one) => one.getTime()));
		const span = end - (from?.getTime() ?? end - DAY_MS);
		if (span <= 0) return refuse("malformed", "`from` must lie before `to`.", { errors: [{ field: "from", message: "is not before to" }] });
		if (span / timelineSteps[step] <= TIMELINE_POINTS_MAX) return null;
		return refuse("too-large", `At most ${TIMELINE_POINTS_MAX} steps at once: take a shorter stretch or a longer step.`);
	}

	app.get("/incidents", async (c) => {
		const query = parsed(incidentQuery, c);
		if (isRefusal(query)) return problem(c, query);
		const service = query.service === undefined ? undefined : catalog.meantService(query.service)?.slug;
		if (query.service !== undefined && !service) return problem(c, refuse("unknown-service", "There is no service by this name here."));
		const place = knownPlace(query);
		if (isRefusal(place)) return problem(c, place);
		const { day, ...asked } = query;
		const page = await readings.incidents({ ...asked, ...place, service, during: day === undefined ? undefined : stretchOfDay(day) });
		if (!page.known) return unread(c);
		c.header("cache-control", FRESH);
		return c.json(page.value);
	});

	app.get("/incidents/:id", async (c) => {
		const id = z.uuid().safeParse(c.req.param("id"));
		const query = parsed(z.object({ asOf: at.optional() }), c);
		if (isRefusal(query)) return problem(c, query);
		const { asOf = null } = query;
		if (asOf && asOf > now()) return problem(c, notYet);
		const incident = id.success ? await readings.incident(id.data, asOf) : { known: true as const, value: null };
		if (!incident.known) return unread(c);
		if (!incident.value) return problem(c, refuse("not-found", "There is no incident with this id, or there was none then."));
		c.header("cache-control", FRESH);
		// What codes were for and how long they took is told of now alone.
		if (asOf) return c.json({ ...incident.value, flows: null, waits: null, asOf: asOf.toISOString() });
		const [flows, waits] = await Promise.all([readings.flowsOfIncident(incident.value), readings.waitsOfIncident(incident.value)]);
		return c.json({ ...incident.value, flows, waits, asOf: now().toISOString() });
	});

	const asOf = now().toISOString();
	const carriers = catalog.carriers.map((carrier) => {
		const { key, name, country, parent, kind } = carrier;
		return { key, name, country, parent, mccMnc: mccMncOf(carrier), kind };
	});
	const regions = catalog.regions.map(({ code, name, parent }) => ({ code, name, parent }));
	app.get("/carriers", (c) => {
		const { country, kind } = c.req.query();
		const found = carriers.filter((one) => (!country || one.country === country.toUpperCase()) && (!kind || one.kind === kind));
		return c.json({ carriers: found, next: null, asOf }, 200, { "cache-control": STEADY });
	});
	app.get("/regions", (c) => c.json({ regions, next: null, asOf }, 200, { "cache-control": STEADY }));
	return app;
}

function parsed<Schema extends z.ZodType>(schema: Schema, c: Context): z.output<Schema> | Refusal {
	const query = schema.safeParse(c.req.query());
	if (query.success) return query.data;
	const errors = query.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
	return refuse("malformed", "Mend the query parameters that are named.", { errors });
}
