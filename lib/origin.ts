// Where did a request come from? server/ works the address out once and hands it on in private headers that it deletes
// from every incoming request first; API and form both read them here and nowhere else.
import type { Origin } from "./intake";
import { TOKEN_MAX_AGE_SECONDS } from "./reporter";

/** Private headers between server/ and the doors behind it. */
export const ADDRESS_HEADER = "x-undelivered-address";
export const COUNTRY_HEADER = "x-undelivered-country";
/** The first-party cookie that lets a person be counted once (lib/reporter.ts). */
export const TOKEN_COOKIE = "undelivered";

/** How the cookie is set, by whichever door answers a first report. */
export function tokenCookie(publicUrl: string) {
	return { httpOnly: true, sameSite: "lax", path: "/", maxAge: TOKEN_MAX_AGE_SECONDS, secure: publicUrl.startsWith("https:") } as const;
}

/** Longer than any browser's own; more only costs hashing. */
const HEADER_LENGTH_MAX = 512;

/** Reads the origin from a request's headers and cookies. Throws when the server did not say the address: that is a fault. */
export function originOf(header: (name: string) => string | null | undefined, token: string | undefined): Origin {
	const address = header(ADDRESS_HEADER);
	if (!address) throw new Error("the request came past server/: nobody worked out its address");
	return {
		address,
		country: header(COUNTRY_HEADER) || null,
		userAgent: (header("user-agent") ?? "").slice(0, HEADER_LENGTH_MAX),
		acceptLanguage: (header("accept-language") ?? "").slice(0, HEADER_LENGTH_MAX),
		token: token ?? null,
	};
}
