// The API described for machines (OpenAPI 3.1), made from the same schemas that validate.
import { z } from "zod";
import { refusals } from "../refusal";
import { amendmentSchema, statementSchema } from "../report";
import { waitSchema } from "../waits";

const answer = (description: string, schema: object = {}) => ({ description, content: { "application/json": schema } });
const problem = { description: "Problem details (RFC 9457)", content: { "application/problem+json": {} } };
const parameter = (name: string, where: "path" | "query" | "header", description: string) => ({
	name,
	in: where,
	description,
	required: where === "path",
	schema: { type: "string" },
});
const body = (schema: z.ZodType) => ({
	required: true,
	content: { "application/json": { schema: z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) } },
});
const reading = (summary: string, parameters: readonly unknown[] = [], schema?: object) => ({
	get: { summary, parameters, responses: { 200: answer("The reading, with its time in `asOf`", schema), default: problem } },
});
/** What stands beside the rest of a service or an incident; `null` where it could not be read. */
const withWaits = {
	schema: { type: "object", properties: { waits: { anyOf: [{ $ref: "#/components/schemas/Waits" }, { type: "null" }] } } },
};
const asOf = parameter("asOf", "query", "As it stood then (ISO 8601): up to that time, with incidents and updates as they were");

const slug = parameter("slug", "path", "A service's slug; an alias answers 308");
const id = parameter("id", "path", "The report's id");

export function openApi(publicUrl: string) {
	return {
		openapi: "3.1.0",
		info: {
			title: "Undelivered",
			version: "1",
			summary: "Which verification codes are not arriving",
			license: { name: "CC BY 4.0, for the counts", url: "https://creativecommons.org/licenses/by/4.0/" },
			description: `Problem types: ${[...new Set(Object.values(refusals).map(({ type }) => type))].join(", ")}.`,
		},
		servers: [{ url: `${publicUrl}/api/v1` }],
		paths: {
			"/reports": {
				post: {
					summary: "Report that a code did not come, came late, was refused, or came",
					parameters: [parameter("Idempotency-Key", "header", "Same key and body within 24 hours: the first answer again")],
					requestBody: body(statementSchema),
					responses: { 201: answer("The receipt, once the report is committed"), default: problem },
				},
			},
			"/suggestions": {
				post: {
					summary: "Report a service that is not listed, by its domain: a moderator looks at it, and the report counts once it is listed",
					requestBody: body(statementSchema),
					responses: { 201: answer("The receipt, once the report is committed"), default: problem },
				},
			},
			"/reports/{id}": {
				patch: {
					summary: "Say what became of it in the end",
					parameters: [id],
					requestBody: body(amendmentSchema),
					responses: { 200: answer("The receipt"), default: problem },
				},
				delete: {
					summary: "Take it back within six hours",
					parameters: [id],
					requestBody: body(amendmentSchema.pick({ receipt: true })),
					responses: { 204: { description: "Taken back" }, default: problem },
				},
			},
			"/services": reading("Services and their state, busiest first", [
				...["query", "category", "state", "cursor", "limit"].map((name) => parameter(name, "query", `Filter by ${name}`)),
			]),
			"/services/{slug}": reading(
				"One service, its status, its open incidents, those of no service in particular, advice, what people were trying to do, and how long codes took",
				[slug],
				withWaits,
			),
			"/services/{slug}/status": reading("What the public is told now", [slug]),
			"/services/{slug}/timeline": reading("Counts by symptom beside what is expected", [
				slug,
				...["from", "to", "step", "channel", "carrier", "region"].map((name) => parameter(name, "query", `Narrow by ${name}`)),
				asOf,
			]),
			"/services/{slug}/places": reading(
				"Counts by country and network of closed steps of half an hour to three hours, none of fewer than five people",
				[slug, parameter("channel", "query", "Narrow by channel")],
			),
			"/services/{slug}/places.csv": reading("The same as comma-separated values", [
				slug,
				parameter("channel", "query", "Narrow by channel"),
			]),
			"/incidents": reading("Incidents, newest first", [
				...["state", "service", "carrier", "region", "from", "to", "cursor"].map((name) => parameter(name, "query", `Filter by ${name}`)),
				parameter("day", "query", "Only what lasted into this UTC day, like 2026-11-24, whenever it was noticed"),
			]),
			"/incidents/{id}": reading(
				"One incident, what people were trying to do, and how long codes took",
				[parameter("id", "path", "The incident's id"), asOf],
				withWaits,
			),
			"/carriers": reading("Mobile networks and mailbox hosts", [
				parameter("country", "query", "Only this country's"),
				parameter("kind", "query", "mobile or mailbox"),
			]),
			"/regions": reading("Countries and their first level (ISO 3166)"),
			"/live": {
				get: {
					summary: "Changes as they happen (server-sent events: status, incident)",
					parameters: [
						parameter("service", "query", "Only this service"),
						parameter("Last-Event-ID", "header", "What was missed comes first"),
					],
					responses: { 200: { description: "A stream", content: { "text/event-stream": {} } }, default: problem },
				},
			},
			"/badge/{slug}.svg": reading("The status as a badge", [slug]),
			"/badge/{slug}.json": reading("The status for Shields' endpoint badge", [slug]),
		},
		components: { schemas: { Waits: z.toJSONSchema(waitSchema) } },
	};
}
