// What becomes of a service that people suggest? It is held, its reports with it, until a moderator lists or declines it.
// Only a listed service is in the catalogue, and so nothing of a held one is published or detected.
import { z } from "zod";
import { mayDo, type Person } from "./access";
import { type Catalog, categories, type Service } from "./catalog/catalog";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { channels, isPlainText } from "./report";
import type { Doer } from "./store/audit";
import type { Held, Listed, Suggested } from "./store/listings";

/** So many can be looked at in an afternoon; beyond it somebody is making domains up. */
export const HELD_MAX = 500;
/** The words of a moderator, for the audit. */
export const REASON_LENGTH_MAX = 300;

const text = z.string().trim().min(1).max(60).refine(isPlainText);
const id = z.coerce.number().int().positive();
const orderSchema = z.discriminatedUnion("deed", [
	z.object({
		deed: z.literal("list-service"),
		id,
		name: text,
		slug: text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u),
		category: z.enum(categories),
		channels: z.array(z.enum(channels)).min(1),
		aliases: z.array(text).max(10),
	}),
	z.object({ deed: z.literal("decline-service"), id, reason: z.string().trim().min(1).max(REASON_LENGTH_MAX).refine(isPlainText) }),
]);

export type Listing = {
	/** The service of a domain that was suggested, held or listed meanwhile. Refusals: `declined-service`, `busy` (too many wait). */
	hold(domain: string): Promise<{ service: Service; isHeld: boolean } | Refusal>;
	/** A service by its id, held or not. */
	find(id: number): Promise<Suggested | null>;
	held(): Promise<readonly Held[]>;
	/** Refusals: `forbidden`, `malformed`, `conflict` (somebody was quicker, or the name is taken). */
	do(input: unknown, person: Person | null): Promise<"done" | Refusal>;
};

export type ListingParts = {
	catalog: Catalog;
	heldMax: number;
	holdService(domain: string, heldMax: number): Promise<Suggested | null>;
	findAnyService(id: number): Promise<Suggested | null>;
	listHeld(): Promise<readonly Held[]>;
	listService(id: number, listed: Listed, doer: Doer): Promise<"done" | "gone" | "taken">;
	declineService(id: number, reason: string, doer: Doer): Promise<"done" | "gone">;
	/** Reads the catalogue again: a service was listed. */
	renew(): Promise<void>;
};

export function makeListing(parts: ListingParts): Listing {
	async function hold(domain: string): Promise<{ service: Service; isHeld: boolean } | Refusal> {
		const suggested = await parts.holdService(domain, parts.heldMax);
		if (suggested === null)
			return refuse("busy", "Very many suggested services wait for a moderator. Yours was not saved; try again in a day.");
		if (!suggested.isDeclined) return suggested;
		return refuse("declined-service", `A moderator looked at ${domain} and did not list it, so we take no reports about it.`, {
			errors: [{ field: "service", message: "is not listed here" }],
		});
	}

	async function act(input: unknown, person: Person | null): Promise<"done" | Refusal> {
		const parsed = orderSchema.safeParse(input);
		const deed = parsed.data?.deed ?? "list-service";
		if (!mayDo(person, deed)) return refuse("forbidden", "Sign in as a moderator to do that.");
		if (!parsed.success) return malformed(parsed.error);
		const order = parsed.data;
		const doer = { userId: person.id, who: person.email };
		if (order.deed === "decline-service") return answerOf(await parts.declineService(order.id, order.reason, doer));
		const { deed: _deed, id, ...listed } = order;
		const clash = clashOf(listed);
		if (clash) return clash;
		const answer = answerOf(await parts.listService(id, listed, doer));
		if (!isRefusal(answer)) await parts.renew();
		return answer;
	}

	/** A name that already means a listed service would hide one of the two. */
	function clashOf({ name, slug, aliases }: Listed): Refusal | null {
		const meant = [name, slug, ...aliases].flatMap((word) => parts.catalog.meantService(word) ?? []);
		return meant[0] ? refuse("conflict", `One of these names means ${meant[0].name} already. Choose another, or decline it.`) : null;
	}

	return { hold, find: parts.findAnyService, held: parts.listHeld, do: act };
}

function answerOf(done: "done" | "gone" | "taken"): "done" | Refusal {
	switch (done) {
		case "done":
			return done;
		case "gone":
			return refuse("conflict", "Somebody was quicker: this service waits no longer.");
		case "taken":
			return refuse("conflict", "Another service has this address here. Choose another.");
	}
}

function malformed(error: z.ZodError): Refusal {
	const fields = [...new Set(error.issues.map(({ path }) => String(path[0] ?? "deed")))];
	return refuse("malformed", `Mend ${fields.join(", ")}: a name, a slug of small letters and dashes, a category, a channel; or a reason.`);
}
