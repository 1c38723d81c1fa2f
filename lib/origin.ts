// Where did a request come from? server/ works the address out once and hands it on in private headers that it deletes
// from every incoming request first; API and form both read them here and nowhere else.
import type { Origin } from "./intake";
import { TOKEN_MAX_AGE_SECONDS } from "./reporter";

/** Private headers between server/ and the doors behind it. */
export const ADDRESS_HEADER = "x-undelivered-address";
export const COUNTRY_HEADER = "x-undelivered-country";
export const LANGUAGE_HEADER = "x-undelivered-language";
/** There when it is the address that names the language. */
export const NAMED_HEADER = "x-undelivered-language-named";
/** The first-party cookie that lets a person be counted once (lib/reporter.ts). */
export const TOKEN_COOKIE = "undelivered";

/** How the cookie is set, by whichever door answers a first report. */
export function tokenCookie(publicUrl: string) {
	return { httpOnly: true, sameSite: "lax", path: "/", maxAge: TOKEN_MAX_AGE_SECONDS, secure: publicUrl.startsWith("https:") } as const;
}

/** Longer than any browser's own; more only costs hashing. */
const HEADER_LENGTH_MAX = 512;

/** Where a request came from, as server/ worked it out. `country`: ISO 3166-1 alpha-2. */
export type Where = Pick<Origin, "address" | "country">;

type Header = (name: string) => string | null | undefined;

/** Reads it from the private headers. Throws when the server did not say the address: that is a fault. */
export function whereOf(header: Header): Where {
	const address = header(ADDRESS_HEADER);
	if (!address) throw new Error("the request came past server/: nobody worked out its address");
	return { address, country: header(COUNTRY_HEADER) || null };
}

/** The origin of whoever asks from there, with these headers and this cookie. */
export function originOf(where: Where, header: Header, token: string | undefined): Origin {
	return {
		...where,
		userAgent: (header("user-agent") ?? "").slice(0, HEADER_LENGTH_MAX),
		acceptLanguage: (header("accept-language") ?? "").slice(0, HEADER_LENGTH_MAX),
		token: token ?? null,
	};
}
