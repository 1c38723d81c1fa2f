// What is shared with us from another app: which service it is about, and what is struck out before it goes anywhere.
import { describe, expect, test } from "vitest";
import { sharedQuery } from "@/components/shared-words";
import { sharedService } from "@/lib/catalog/meant";
import { referenceCatalog } from "./world/catalog";

const catalog = referenceCatalog();

test.each([
	["https://discord.com/login?x=1", "discord"],
	["look at help.steampowered.com, it never comes", "steam"],
	["Your GitHub code did not come", "github"],
	["https://corner-bank.org/login", "corner-bank.org"],
	["githubs are nice", ""],
	["I ate an apple pie", "apple"],
	["", ""],
])("%s is about %s", (words, service) => {
	expect(sharedService(words, catalog).word).toBe(service);
});

describe("no code, number or address leaves", () => {
	test.each([
		["text=Your Discord code is 482 913", "text=Your+Discord+code+is+‹number›"],
		["url=https://www.discord.com/verify?token=abc123", "text=discord.com"],
		["title=From me@example.org&url=https://x.com/i/flow", "text=From+‹address›+x.com"],
		["", ""],
	])("%s is shared as %s", (query, shared) => {
		const once = sharedQuery(new URLSearchParams(query));
		expect(decodeURIComponent(once)).toBe(shared);
		expect(sharedQuery(new URLSearchParams(once))).toBe(once);
	});
});
