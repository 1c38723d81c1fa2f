// Whose request is it? Worked out here once per request and handed on as private headers; what a client sends under
// those names, and forwarded addresses nobody vouches for, are deleted first. Nothing else reads an address.
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Env } from "@/lib/env";
import { ADDRESS_HEADER, COUNTRY_HEADER, type Where } from "@/lib/origin";
import { type Place, unwrapped } from "@/lib/place";

const FORWARDED = /^(x-forwarded-|x-real-ip$|forwarded$|x-undelivered-)/;
const COUNTRY = /^[A-Za-z]{2}$/;

/** Puts the address and the country on the request, and takes off what would contradict them. */
export function markOrigin(request: IncomingMessage, env: Env, place: Place): void {
	const { address, country } = whereFrom(request, env, place);
	const isTrusted = env.TRUST_PROXY > 0;
	for (const name of Object.keys(request.headers)) {
		if (FORWARDED.test(name) && !(isTrusted && name === "x-forwarded-for")) delete request.headers[name];
	}
	request.headers.host = hostOf(request, env.PUBLIC_URL);
	request.headers[ADDRESS_HEADER] = address;
	if (country) request.headers[COUNTRY_HEADER] = country;
	// Hono's adapter reads the raw list: it must see the same request as everybody behind us.
	request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [value ?? []].flat().flatMap((one) => [name, one]));
}

/** Where a request came from, before anybody marked it. */
export function whereFrom(request: IncomingMessage, env: Env, place: Place): Where {
	const address = addressOf(request, env.TRUST_PROXY);
	return { address, country: trustedCountry(request, env) ?? place.countryOf(address) };
}

/**
 * The host the doors behind may compare an `Origin` with. A request that says it comes from our public address is at our
 * public address, whatever name a proxy calls us by; one without a usable name has ours. No link is ever made from it.
 */
function hostOf(request: IncomingMessage, publicUrl: string): string {
	const { origin, host } = new URL(publicUrl);
	if (request.headers.origin === origin) return host;
	const named = request.headers.host ?? "";
	return URL.canParse(`http://${named}`) && named !== "" ? named : host;
}

/**
 * With `trustProxy` n the n-th entry from the right of `X-Forwarded-For`; with fewer entries, or none that is an
 * address, the socket's. IPv4-mapped IPv6 is unwrapped.
 */
export function addressOf(request: Pick<IncomingMessage, "headers" | "socket">, trustProxy: number): string {
	const socket = unwrapped(request.socket.remoteAddress ?? "0.0.0.0");
	if (trustProxy === 0) return socket;
	const forwarded = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
	const claimed = unwrapped((forwarded.at(-trustProxy) ?? "").trim());
	return isIP(claimed) === 0 ? socket : claimed;
}

/** A country header is believed only behind a proxy of ours. */
function trustedCountry(request: IncomingMessage, env: Env): string | null {
	if (env.TRUST_PROXY === 0 || env.COUNTRY_HEADER === undefined) return null;
	const [country = ""] = [request.headers[env.COUNTRY_HEADER] ?? []].flat();
	return COUNTRY.test(country) && country.toUpperCase() !== "XX" ? country.toUpperCase() : null;
}
