// Who spoke, without knowing who? Keys are HMACs under a salt of the UTC day that is destroyed half a day after it
// ends, so a key lives at most thirty hours and says nothing afterwards. Absent on purpose: anything that stores,
// returns or logs an address, a user agent or a token.
import { createHmac, timingSafeEqual } from "node:crypto";
import { isIPv6 } from "node:net";
import { HOUR_MS, SECOND_MS } from "./time";

/** How long our first-party token lives: the window in which a person is counted once. */
export const TOKEN_MAX_AGE_SECONDS = 6 * 3600;
/** 16 bytes: 128 bits, no two of a day's keys meet by chance. */
const KEY_BYTES = 16;
/** A salt outlives its day by this long, so that a key says nothing after thirty-six hours. */
export const SALT_KEPT_AFTER_DAY_MS = 12 * HOUR_MS;

/** Today's salt and, while a claim may still stand under it, yesterday's. */
export type Salts = { today: Buffer; yesterday: Buffer | null };

export type Speaker = { address: string; userAgent: string; acceptLanguage: string; token: string | null };

export type Keys = { reporterKey: Buffer; reporterKeyBefore: Buffer | null; networkKey: Buffer; networkKeyBefore: Buffer | null };

/**
 * The keys of a speaker. The reporter's is the one a good token carries (docs/decisions/003), else an HMAC of address,
 * user agent and language; the network's is an HMAC of the IPv4 /24 or IPv6 /48.
 */
export function keysOf(speaker: Speaker, secret: string, salts: Salts, now: Date): Keys {
	const carried = readToken(speaker.token, secret, now);
	const device = `device ${speaker.address} ${speaker.userAgent} ${speaker.acceptLanguage}`;
	const network = `network ${prefixOf(speaker.address)}`;
	return {
		reporterKey: carried ?? hmac(salts.today, device),
		reporterKeyBefore: carried || !salts.yesterday ? null : hmac(salts.yesterday, device),
		networkKey: hmac(salts.today, network),
		networkKeyBefore: salts.yesterday && hmac(salts.yesterday, network),
	};
}

/** The name under which an address is limited (lib/counter.ts seals it for others): of an IPv4 address or an IPv6 /64. */
export function addressName(address: string, salts: Salts): string {
	return hmac(salts.today, `address ${subscriberOf(address)}`).toString("base64");
}

/** A token for the person of this key: when it was made, the key, and our signature over both. */
export function makeToken(reporterKey: Buffer, secret: string, now: Date): string {
	const body = `${now.getTime().toString(36)}.${reporterKey.toString("base64url")}`;
	return `${body}.${sign(secret, body)}`;
}

/** The reporter key a token carries; `null` when it is not ours, or past its six hours. */
export function readToken(token: string | null, secret: string, now: Date): Buffer | null {
	if (token === null) return null;
	const [made = "", key = "", signature = ""] = token.split(".");
	if (!isSame(signature, sign(secret, `${made}.${key}`))) return null;
	const age = now.getTime() - Number.parseInt(made, 36);
	return age >= 0 && age < TOKEN_MAX_AGE_SECONDS * SECOND_MS ? Buffer.from(key, "base64url") : null;
}

/** The secret that lets a person amend or withdraw a report: derived from its id, so it is stored nowhere. */
export function receiptOf(secret: string, reportId: string): string {
	return sign(secret, `receipt ${reportId}`);
}

export function isReceiptOf(secret: string, reportId: string, receipt: string): boolean {
	return isSame(receipt, receiptOf(secret, reportId));
}

/** One subscriber, as text: an IPv4 address, or an IPv6 /64. */
export function subscriberOf(address: string): string {
	return isIPv6(address) ? groupsOf(address).slice(0, 4).join(":") : address;
}

/** IPv4 /24 or IPv6 /48, as text; an address that is neither stands for itself. */
export function prefixOf(address: string): string {
	if (!isIPv6(address)) return address.split(".").slice(0, 3).join(".");
	return groupsOf(address).slice(0, 3).join(":");
}

/** The eight groups of an IPv6 address, leading zeroes dropped. */
function groupsOf(address: string): string[] {
	const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
	const left = head.split(":").filter(Boolean);
	const right = (tail ?? "").split(":").filter(Boolean);
	const zeroes = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
	return [...left, ...zeroes, ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}

function hmac(secret: Buffer, text: string): Buffer {
	return createHmac("sha256", secret).update(text).digest().subarray(0, KEY_BYTES);
}

function sign(secret: string, text: string): string {
	return createHmac("sha256", secret).update(text).digest("base64url").slice(0, 32);
}

function isSame(given: string, expected: string): boolean {
	const [left, right] = [Buffer.from(given), Buffer.from(expected)];
	return left.length === right.length && timingSafeEqual(left, right);
}
