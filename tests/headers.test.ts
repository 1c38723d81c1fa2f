// The headers that protect people.
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { type ByTurns, embedPolicyOf, makeNonce, makeProtection, policyOf, protect } from "../server/headers";

const protection = makeProtection({ isDevelopment: false, isSecure: true });
const EMBED_POLICY = embedPolicyOf("script", "style");

function directives(policy = policyOf("n0nce", { isDevelopment: false })): Record<string, string> {
	return Object.fromEntries(policy.split("; ").map((part) => [part.split(" ")[0] ?? "", part.slice(part.indexOf(" ") + 1)]));
}

function protectedBy(given: ByTurns = protection.ofPage("n0nce")) {
	const request = new IncomingMessage(new Socket());
	const response = new ServerResponse(request);
	protect(request, response, given);
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
		"worker-src": "'self'",
		"form-action": "'self'",
		"base-uri": "'none'",
		"frame-ancestors": "'none'",
	});
});

test("in production nothing inline and nothing evaluated is ever allowed", () => {
	for (const policy of [policyOf("n0nce", { isDevelopment: false }), EMBED_POLICY]) expect(policy).not.toMatch(/unsafe/);
});

test("a page is protected by the policy of its nonce", () => {
	expect(protectedBy().headers["content-security-policy"]).toBe(policyOf("n0nce", { isDevelopment: false }));
});

test("only an embed may stand in other people's pages", () => {
	expect(directives(EMBED_POLICY)["frame-ancestors"]).toBe("*");
	expect(protectedBy(protection.ofEmbed(EMBED_POLICY)).headers["x-frame-options"]).toBeUndefined();
	for (const frameable of [protection.ofPage("n0nce"), protection.ofNoPage])
		expect(protectedBy(frameable).headers["x-frame-options"]).toBe("DENY");
});

test("what is no page may do nothing, should anybody make a page of it", () => {
	const policy = protectedBy(protection.ofNoPage).headers["content-security-policy"];
	expect(policy).toBe("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
});

test("the page's policy is on the request too, where Next reads the nonce", () => {
	const { request, headers } = protectedBy();
	expect(request.headers["content-security-policy"]).toBe(headers["content-security-policy"]);
});

test.each([
	["a page", protection.ofPage("n0nce")],
	["no page", protection.ofNoPage],
	["an embed", protection.ofEmbed(EMBED_POLICY)],
])("%s is protected", (_what, given) => {
	expect(protectedBy(given).headers).toMatchObject({
		"x-content-type-options": "nosniff",
		"referrer-policy": "strict-origin-when-cross-origin",
		"permissions-policy": expect.stringContaining("camera=()"),
		"cross-origin-opener-policy": "same-origin",
		"cross-origin-resource-policy": "cross-origin",
		"strict-transport-security": "max-age=31536000",
	});
});

test("HTTPS is asked for only where we have it", () => {
	const { ofNoPage } = makeProtection({ isDevelopment: false, isSecure: false });
	expect(protectedBy(ofNoPage).headers["strict-transport-security"]).toBeUndefined();
});

test("no two nonces are the same, and each has 128 bits", () => {
	const nonces = Array.from({ length: 1_000 }, makeNonce);
	expect(new Set(nonces).size).toBe(1_000);
	expect(Buffer.from(nonces[0] ?? "", "base64")).toHaveLength(16);
});
