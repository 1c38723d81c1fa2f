// All response headers that protect people, made in one place. The policy is strict from the first byte: our own scripts
// by nonce, no inline styles, nothing from anyone else; only the embed may stand in other people's pages.
import { createHash, randomFillSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Names and values by turns. Given to `writeHead` whole, with none set before, Node sends them soonest. */
export type ByTurns = string[];

export type Protection = {
	/** Of what is no page: if somebody makes one of it, it may do nothing. */
	ofNoPage: ByTurns;
	/** Of a page whose scripts carry `nonce`. */
	ofPage(nonce: string): ByTurns;
	/** Of what may stand in other people's pages, under a policy of its own. */
	ofEmbed(policy: string): ByTurns;
};

const NONCE_BYTES = 16;
/** Characters of a nonce. */
export const NONCE_LENGTH = 24;
/** Chance is fetched for many nonces at once: each fetching costs as much as an answer's headers. */
const chance = Buffer.alloc(NONCE_BYTES * 256);
const spent = { bytes: chance.length };
/** Stands for the nonce in a policy that is yet to be filled; no policy says it otherwise. */
const SLOT = "?";
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const OWN_FRAMES = byTurns({ "X-Frame-Options": "DENY" });

/** A fresh nonce: 128 bits, in base64. */
export function makeNonce(): string {
	if (spent.bytes === chance.length) {
		randomFillSync(chance);
		spent.bytes = 0;
	}
	spent.bytes += NONCE_BYTES;
	return chance.toString("base64", spent.bytes - NONCE_BYTES, spent.bytes);
}

export function byTurns(headers: Record<string, string | number>): ByTurns {
	return Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
}

/** `isDevelopment` loosens the policy, `isSecure` asks for HTTPS from now on. */
export function makeProtection({ isDevelopment, isSecure }: { isDevelopment: boolean; isSecure: boolean }): Protection {
	const always = byTurns({
		"X-Content-Type-Options": "nosniff",
		"Referrer-Policy": "strict-origin-when-cross-origin",
		"Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
		"Cross-Origin-Opener-Policy": "same-origin",
		"Cross-Origin-Resource-Policy": "cross-origin",
		...(isSecure && { "Strict-Transport-Security": "max-age=31536000" }),
	});
	const under = (policy: string) => ["Content-Security-Policy", policy, ...always];
	const pieces = policyOf(SLOT, { isDevelopment }).split(SLOT);

	return {
		ofNoPage: [...under(NO_PAGE), ...OWN_FRAMES],
		ofPage: (nonce) => [...under(pieces.join(nonce)), ...OWN_FRAMES],
		ofEmbed: under,
	};
}

/** The policy of a page. `isDevelopment` loosens what hot reloading needs and nothing else. */
export function policyOf(nonce: string, { isDevelopment }: { isDevelopment: boolean }): string {
	return [
		"default-src 'none'",
		`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
		isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
		"img-src 'self' data:",
		`connect-src 'self'${isDevelopment ? " ws:" : ""}`,
		"font-src 'self'",
		"frame-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
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

/** Protects an answer that others write, and puts the policy on the request too: that is where Next reads the nonce. */
export function protect(request: IncomingMessage, response: ServerResponse, headers: ByTurns): void {
	for (let at = 0; at + 1 < headers.length; at += 2) response.setHeader(headers[at] ?? "", headers[at + 1] ?? "");
	request.headers["content-security-policy"] = String(response.getHeader("content-security-policy"));
}
