// All response headers that protect people, set in one place. The policy is strict from the first byte: our own scripts
// by nonce, no inline styles, nothing from anyone else; only /embed/ may stand in other people's pages.
import { createHash, randomFillSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

const NONCE_BYTES = 16;
/** Characters of a nonce. */
export const NONCE_LENGTH = 24;
/** Chance is fetched for many nonces at once: each fetching costs as much as an answer's headers. */
const chance = Buffer.alloc(NONCE_BYTES * 256);
const spent = { bytes: chance.length };

/** A fresh nonce: 128 bits, in base64. */
export function makeNonce(): string {
	if (spent.bytes === chance.length) {
		randomFillSync(chance);
		spent.bytes = 0;
	}
	spent.bytes += NONCE_BYTES;
	return chance.toString("base64", spent.bytes - NONCE_BYTES, spent.bytes);
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

/**
 * The policy of an embed, whose one script and one style are the same in every answer: their hashes let them in, so that
 * a shared cache may keep the answer, which a nonce forbids.
 */
export function embedPolicyOf(script: string, style: string): string {
	return [
		"default-src 'none'",
		`script-src ${hashOf(script)}`,
		`style-src ${hashOf(style)}`,
		"img-src data:",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors *",
	].join("; ");
}

function hashOf(text: string): string {
	return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
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
