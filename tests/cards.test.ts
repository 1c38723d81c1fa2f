// The picture of a page whose name is written in letters that ours do not have.
import { expect, test } from "vitest";
import { root } from "../bin/folders.mjs";
import { makeCards } from "../server/cards";
import { openPaint } from "../server/paint";

const cards = makeCards(openPaint(root), "undelivered.example", () => 0);
const card = (heading: string) => ({ look: null, heading, headingInLatin: "vk.example", sentence: "", foot: "" });
const drawn = async (heading: string) => (await cards.png(heading, card(heading))).toString("base64");

test.each(["ВКонтакте", "メルカリ", "ไลน์ (…)"])("%s is drawn by its domain, never as an empty heading", async (name) => {
	expect(await drawn(name)).toBe(await drawn("vk.example"));
});

test("a name of which letters are left is drawn by those", async () => {
	expect(await drawn("LINE ไลน์")).toBe(await drawn("LINE"));
	expect(await drawn("LINE ไลน์")).not.toBe(await drawn("vk.example"));
});
