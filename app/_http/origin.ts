// Where did this request come from, as server/ worked it out? Nothing else in app/ reads an address.
import { cookies, headers } from "next/headers";
import type { Origin } from "@/lib/intake";
import { COUNTRY_HEADER, originOf, TOKEN_COOKIE, tokenCookie, whereOf } from "@/lib/origin";

export async function readOrigin(): Promise<Origin> {
	const sent = await headers();
	const header = (name: string) => sent.get(name);
	return originOf(whereOf(header), header, (await cookies()).get(TOKEN_COOKIE)?.value);
}

/** ISO 3166-1 alpha-2, or null where nobody can say. */
export async function readCountry(): Promise<string | null> {
	return (await headers()).get(COUNTRY_HEADER) || null;
}

/** The one cookie, set by the answer to a first report and nowhere else. */
export async function keepToken(token: string, publicUrl: string): Promise<void> {
	(await cookies()).set(TOKEN_COOKIE, token, tokenCookie(publicUrl));
}
