// The headers that protect people.
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { makeNonce, policyOf, protect } from "../server/headers";

const page = { nonce: "n0nce", isEmbed: false, isDevelopment: false, isSecure: true };

function directives(given: Partial<typeof page> = {}): Record<string, string> {
	const parts = policyOf("n0nce", { ...page, ...given }).split("; ");
	return Object.fromEntries(parts.map((part) => [part.split(" ")[0] ?? "", part.slice(part.indexOf(" ") + 1)]));
}

function protectedBy(given: Partial<Parameters<typeof protect>[2]> = {}) {
	const request = new IncomingMessage(new Socket());
	const response = new ServerResponse(request);
	protect(request, response, { ...page, ...given });
	return { request, headers: response.getHeaders() };
}

test("the policy lets in our own and nothing else", () => {
	expect(directives()).toEqual({
		"default-src": "'none'",
		"script-src": "'self' 'nonce-n0nce' 'strict-dynamic'",
		"style-src": "'self' 'nonce-n0nce'",
		"img-src": "'self' data:",
		"connect-src": "'self'",
		"font-src": "'self'",
		"frame-src": "'self'",
		"manifest-src": "'self'",
		"form-action": "'self'",
		"base-uri": "'none'",
		"frame-ancestors": "'none'",
	});
});

test("in production nothing inline and nothing evaluated is ever allowed", () => {
	for (const isEmbed of [true, false]) expect(policyOf("n0nce", { isEmbed, isDevelopment: false })).not.toMatch(/unsafe/);
});

test("only an embed may stand in other people's pages", () => {
	expect(directives({ isEmbed: true })["frame-ancestors"]).toBe("*");
	expect(protectedBy({ isEmbed: true }).headers["x-frame-options"]).toBeUndefined();
	expect(protectedBy().headers["x-frame-options"]).toBe("DENY");
});

test("what is no page may do nothing, should anybody make a page of it", () => {
	const policy = protectedBy({ nonce: null }).headers["content-security-policy"];
	expect(policy).toBe("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
});

test("the page's policy is on the request too, where Next reads the nonce", () => {
	const { request, headers } = protectedBy();
	expect(request.headers["content-security-policy"]).toBe(headers["content-security-policy"]);
});

test("every response is protected; HTTPS is asked for only where we have it", () => {
	expect(protectedBy().headers).toMatchObject({
		"x-content-type-options": "nosniff",
		"referrer-policy": "strict-origin-when-cross-origin",
		"permissions-policy": expect.stringContaining("camera=()"),
		"strict-transport-security": "max-age=31536000",
	});
	expect(protectedBy({ isSecure: false }).headers["strict-transport-security"]).toBeUndefined();
});

test("no two nonces are the same, and each has 128 bits", () => {
	const nonces = Array.from({ length: 1_000 }, makeNonce);
	expect(new Set(nonces).size).toBe(1_000);
	expect(Buffer.from(nonces[0] ?? "", "base64")).toHaveLength(16);
});
