// Which service do shared words speak of? The one whose domain is in them, else the one whose name is; the longest name wins.
import type { Catalog, Service } from "./catalog";
import { domainOf, isWithin } from "./domain";

/** What to ask about: a service, or else the domain that was shared, or nothing. */
export function sharedService(words: string, { services }: Pick<Catalog, "services">): { service: Service | null; word: string } {
	const domains = words.split(/[\s,;()<>"']+/u).flatMap((word) => domainOf(word) ?? []);
	const byDomain = domains.flatMap((domain) => services.find((service) => isWithin(domain, service.domain)) ?? []);
	const named = [...services].sort((one, other) => other.name.length - one.name.length).filter(({ name }) => isNamed(words, name));
	const service = byDomain[0] ?? named[0] ?? null;
	return { service, word: service?.slug ?? domains[0] ?? "" };
}

/** Names of one letter ("X") are words of every other sentence. */
function isNamed(words: string, name: string): boolean {
	if (name.length < 3) return false;
	const found = words.toLocaleLowerCase("en").indexOf(name.toLocaleLowerCase("en"));
	return found >= 0 && !/[\p{L}\p{Nd}]/u.test((words[found - 1] ?? " ") + (words[found + name.length] ?? " "));
}
