import { headers } from "next/headers";

/** The nonce that lets a script of this answer run: it stands in the policy that the server put on the request. */
export async function readNonce(): Promise<string> {
	const [, nonce = ""] = /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "") ?? [];
	return nonce;
}
