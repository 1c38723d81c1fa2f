// A page with our script in place of Next's: nothing that ran before is left, nothing that is read is lost.
import { expect, test } from "vitest";
import { lean } from "@/server/lean";

const page = [
	'<head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js" nonce="n"/>',
	'<link rel="stylesheet" href="/_next/static/chunks/a.css"/><script src="/_next/static/chunks/a.js" async="" nonce="n"></script></head>',
	'<body><p>Report a code</p><script type="application/json" id="props">{"a":"\\u003c/script>"}</script>',
	'<script nonce="n">self.__next_f.push([1,"<script>x"])</script></body>',
].join("");

test("scripts and their preloads go, ours comes, styles and data stay", () => {
	const made = lean(page, "/report.abc.js", "slot");
	expect(made).not.toContain("/_next/static/chunks/a.js");
	expect(made).not.toContain("__next_f");
	expect(made).toContain('<script src="/report.abc.js" nonce="slot" defer=""></script></head>');
	for (const kept of ["a.css", "<p>Report a code</p>", '<script type="application/json" id="props">{"a":"\\u003c/script>"}</script>'])
		expect(made).toContain(kept);
});
