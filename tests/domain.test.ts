// Which public domain a typed address names.
import { expect, test } from "vitest";
import { domainOf, isWithin } from "../lib/catalog/domain";

test.each([
	["example.org", "example.org"],
	["  https://www.Example.ORG:443/login?next=/#a ", "example.org"],
	["sign-in.bank.co.uk", "sign-in.bank.co.uk"],
	["example.org.", "example.org"],
	["bücher.de", "xn--bcher-kva.de"],
	["пример.рф", "xn--e1afmkfd.xn--p1ai"],
	["www.com", "www.com"],
	["localhost", null],
	["router.local", null],
	["bank.internal", null],
	["intranet", null],
	["www", null],
	["127.0.0.1", null],
	["http://2130706433/", null],
	["0x7f.1", null],
	["[::1]", null],
	["ann@example.org", null],
	["https://user:secret@example.org", null],
	["my bank.com", null],
	["a_b.org", null],
	["-a.org", null],
	["..", null],
	["", null],
	["example.123", null],
	[`${"a".repeat(64)}.org`, null],
	[`${"a.".repeat(130)}org`, null],
	["javascript:alert(1)", null],
])("%s is %s", (typed, domain) => {
	expect(domainOf(typed)).toBe(domain);
});

test("lies within a domain only below a dot", () => {
	expect([isWithin("x.com", "x.com"), isWithin("help.x.com", "x.com"), isWithin("netflix.com", "x.com")]).toEqual([true, true, false]);
});
