// How is a service written down in the lists beside this file? One row each, in the order of slugs; made into a service here.
import type { Channel } from "../../report";
import type { Category, Service } from "../catalog";

/** A help page is the service's own, on codes and signing in, and stands here only where we are sure of its address. */
export type ServiceRow = readonly [
	slug: string,
	name: string,
	domain: string,
	channels: readonly Channel[],
	aliases: readonly string[],
	helpUrl?: string,
];

/** The services of a category's list. */
export function servicesOf(category: Category, rows: readonly ServiceRow[]): Omit<Service, "id">[] {
	return rows.map(([slug, name, domain, channels, aliases, helpUrl = null]) => ({
		slug,
		name,
		domain,
		category,
		aliases,
		channels,
		helpUrl,
	}));
}
