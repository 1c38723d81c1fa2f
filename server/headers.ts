// All response headers that protect people, set in one place. The policy is strict from the first byte: our own scripts
// by nonce, no inline styles, nothing from anyone else; only /embed/ may stand in other people's pages.
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** A fresh nonce: 128 bits, in base64. */
export function makeNonce(): string {
	return randomBytes(16).toString("base64");
}

/** The policy of what is no page: if somebody makes one of it, it may do nothing. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The policy of a page. `isDevelopment` loosens what hot reloading needs and nothing else. */
export function policyOf(nonce: string, { isEmbed, isDevelopment }: { isEmbed: boolean; isDevelopment: boolean }): string {
	return [
		"default-src 'none'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
		isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
		"img-src 'self' data:",
		`connect-src 'self'${isDevelopment ? " ws:" : ""}`,
		"font-src 'self'",
		"frame-src 'self'",
		"manifest-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		`frame-ancestors ${isEmbed ? "*" : "'none'"}`,
	].join("; ");
}

/** Sets every protecting header, and the policy on the request too: that is where Next reads the nonce. `null`: it is no page. */
export function protect(
	request: IncomingMessage,
	response: ServerResponse,
	page: { nonce: string | null; isEmbed: boolean; isDevelopment: boolean; isSecure: boolean },
): void {
	const policy = page.nonce === null ? NO_PAGE : policyOf(page.nonce, page);
	request.headers["content-security-policy"] = policy;
	response.setHeader("Content-Security-Policy", policy);
	response.setHeader("X-Content-Type-Options", "nosniff");
	response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
	response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
	response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
	response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
	if (!page.isEmbed) response.setHeader("X-Frame-Options", "DENY");
	if (page.isSecure) response.setHeader("Strict-Transport-Security", "max-age=31536000");
}
