// Whose request it is, and what a client says about it that is believed by nobody.
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { readEnv } from "../lib/env";
import { ADDRESS_HEADER, COUNTRY_HEADER } from "../lib/origin";
import { addressOf, markOrigin } from "../server/address";

const base = { DATABASE_URL: "postgres://localhost/x", DATA_DIR: ".data", AUTH_SECRET: "good for nothing but tests" };
const place = { countryOf: (address: string) => (address === "198.51.100.7" ? "DE" : null) };

/** A request that came over this socket with these headers, as Node gives them. */
function aRequest(headers: Record<string, string>, remoteAddress = "198.51.100.7"): IncomingMessage {
	const socket = new Socket();
	Object.defineProperty(socket, "remoteAddress", { value: remoteAddress });
	const request = new IncomingMessage(socket);
	for (const [name, value] of Object.entries(headers)) {
		request.headers[name.toLowerCase()] = value;
		request.rawHeaders.push(name, value);
	}
	return request;
}

function marked(headers: Record<string, string>, settings: Record<string, string> = {}) {
	const request = aRequest(headers);
	markOrigin(request, readEnv({ ...base, ...settings }), place);
	return request;
}

const forwarded = "203.0.113.1, 203.0.113.2, 203.0.113.3";

test.each([
	["nobody is trusted", 0, forwarded, "198.51.100.7"],
	["one proxy is ours", 1, forwarded, "203.0.113.3"],
	["two proxies are ours", 2, forwarded, "203.0.113.2"],
	["all entries are needed", 3, forwarded, "203.0.113.1"],
	["there are fewer entries than proxies", 4, forwarded, "198.51.100.7"],
	["there are no entries", 1, "", "198.51.100.7"],
	["the entry is garbage", 1, "203.0.113.1, <script>", "198.51.100.7"],
	["the entry has a port", 1, "203.0.113.1:443", "198.51.100.7"],
	["the entry is IPv6", 1, " 2001:db8::1 ", "2001:db8::1"],
	["the entry is IPv4 in IPv6", 1, "::ffff:203.0.113.9", "203.0.113.9"],
	["the entry is IPv4 in IPv6, in hex", 1, "::ffff:cb00:7109", "203.0.113.9"],
	["the entry is IPv4 in IPv6, in capitals", 1, "::FFFF:203.0.113.9", "203.0.113.9"],
])("when %s the address is the right one", (_when, trustProxy, header, address) => {
	expect(addressOf(aRequest({ "X-Forwarded-For": header }), trustProxy)).toBe(address);
});

test("a socket's own address is unwrapped too, and a socket without one is nobody's", () => {
	expect(addressOf(aRequest({}, "::ffff:198.51.100.8"), 0)).toBe("198.51.100.8");
	expect(addressOf({ headers: {}, socket: new Socket() }, 0)).toBe("0.0.0.0");
});

test("address and country are handed on, and what a client said under those names is gone", () => {
	const { headers, rawHeaders } = marked({
		"X-Undelivered-Address": "203.0.113.66",
		"X-Undelivered-Country": "FR",
		"X-Undelivered-Else": "1",
		Accept: "*/*",
	});
	const host = "localhost:3000";
	expect(headers).toEqual({ accept: "*/*", host, [ADDRESS_HEADER]: "198.51.100.7", [COUNTRY_HEADER]: "DE" });
	expect(rawHeaders).toEqual(["accept", "*/*", "host", host, ADDRESS_HEADER, "198.51.100.7", COUNTRY_HEADER, "DE"]);
});

test("forwarded headers reach nobody unless a proxy is ours, and then only the addresses", () => {
	const said = {
		"X-Forwarded-For": "203.0.113.1",
		"X-Forwarded-Host": "evil.example",
		"X-Forwarded-Proto": "http",
		"X-Real-IP": "203.0.113.2",
		Forwarded: "for=203.0.113.3",
	};
	expect(Object.keys(marked(said).headers)).toEqual(["host", ADDRESS_HEADER, COUNTRY_HEADER]);
	expect(Object.keys(marked(said, { TRUST_PROXY: "1" }).headers)).toEqual(["x-forwarded-for", "host", ADDRESS_HEADER]);
});

test.each([
	["a trusted proxy says one", { TRUST_PROXY: "1", COUNTRY_HEADER: "cf-ipcountry" }, "jp", "JP"],
	["nobody is trusted", { COUNTRY_HEADER: "cf-ipcountry" }, "JP", "DE"],
	["no header is named", { TRUST_PROXY: "1" }, "JP", "DE"],
	["the proxy does not know", { TRUST_PROXY: "1", COUNTRY_HEADER: "cf-ipcountry" }, "XX", "DE"],
	["the header is garbage", { TRUST_PROXY: "1", COUNTRY_HEADER: "cf-ipcountry" }, "T1", "DE"],
])("the country is the right one when %s", (_when, settings, header, country) => {
	expect(marked({ "CF-IPCountry": header }, settings).headers[COUNTRY_HEADER]).toBe(country);
});

test("where no country can be told no header says one", () => {
	const request = aRequest({}, "203.0.113.1");
	markOrigin(request, readEnv(base), place);
	expect(request.headers).toEqual({ host: "localhost:3000", [ADDRESS_HEADER]: "203.0.113.1" });
});

test.each([
	[
		"a request from our own pages is at our public address, whatever a proxy calls us",
		"https://undelivered.example",
		"127.0.0.1:3000",
		"undelivered.example",
	],
	["a request from elsewhere keeps the name it used", "https://evil.example", "192.168.1.5:3000", "192.168.1.5:3000"],
	["a request without a usable name is at our public address", "", "a b", "undelivered.example"],
])("%s", (_what, origin, host, told) => {
	const { headers } = marked({ Origin: origin, Host: host }, { PUBLIC_URL: "https://undelivered.example" });
	expect(headers.host).toBe(told);
});

test("a header that came twice is handed on twice", () => {
	const request = aRequest({});
	request.headers["set-cookie"] = ["a=1", "b=2"];
	markOrigin(request, readEnv(base), place);
	expect(request.rawHeaders.slice(0, 4)).toEqual(["set-cookie", "a=1", "set-cookie", "b=2"]);
});
