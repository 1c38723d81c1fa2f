// Where did this request come from? server/ worked it out once and hands it on in private headers, which it deletes from
// everything that comes in. Nothing else in app/ reads an address.
import { cookies, headers } from "next/headers";
import type { Origin } from "@/lib/intake";

const TOKEN_COOKIE = "undelivered";
const TOKEN_SECONDS = 6 * 3600;

export async function readOrigin(): Promise<Origin> {
	const sent = await headers();
	return {
		address: sent.get("x-undelivered-address") ?? "",
		userAgent: sent.get("user-agent") ?? "",
		acceptLanguage: sent.get("accept-language") ?? "",
		token: (await cookies()).get(TOKEN_COOKIE)?.value ?? null,
		country: await readCountry(),
	};
}

/** ISO 3166-1 alpha-2, or null where nobody can say. */
export async function readCountry(): Promise<string | null> {
	return (await headers()).get("x-undelivered-country") || null;
}

/** The one cookie, set by the answer to a first report and nowhere else. */
export async function keepToken(token: string, publicUrl: string): Promise<void> {
	(await cookies()).set(TOKEN_COOKIE, token, {
		httpOnly: true,
		sameSite: "lax",
		maxAge: TOKEN_SECONDS,
		secure: publicUrl.startsWith("https:"),
		path: "/",
	});
}
