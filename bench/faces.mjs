// npm run faces -- FOLDER                           every face in every state, at three widths, light and dark, as pictures
// npm run faces -- FOLDER --states gone --faces home,service-calm --widths 390 --schemes dark
//
// Every state is brought about with real parts (bench/faces/states.mjs). What a page's console complains of, and what stands
// out of a page at its side, is said beside the picture.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formPhrasesIn } from "../components/form-speeches.ts";
import { speechIn } from "../components/speeches.ts";
import { launchBrowser } from "../tests/world/browser.ts";
import { states } from "./faces/states.mjs";

const HEIGHT = 900;
/** A page is alive, its fonts and its charts are here. */
const SETTLE_MS = 800;
/** Longer than a press takes to be drawn (--quick). */
const PRESS_MS = 200;

const { values: asked, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		states: { type: "string", default: Object.keys(states).join() },
		faces: { type: "string" },
		widths: { type: "string", default: "390,768,1280" },
		schemes: { type: "string", default: "light,dark" },
	},
});
const [folder] = positionals;
if (!folder) throw new Error("Where are the pictures to go? npm run faces -- FOLDER");

let people = 0;
const browser = await launchBrowser();
try {
	for (const name of asked.states.split(",")) await take(name);
} finally {
	await browser.close();
}

async function take(name) {
	const state = await states[name]();
	mkdirSync(join(folder, name), { recursive: true });
	const chosen = Object.entries(state.faces).filter(([face]) => !asked.faces || asked.faces.split(",").includes(face));
	try {
		for (const [face, given] of chosen)
			for (const language of [null, ...(given.languages ?? [])])
				for (const width of asked.widths.split(",").map(Number)) await look(state, { name, face, language, width, ...given });
	} finally {
		await state.close();
	}
}

/** A person of their own looks at a face on a device of this width, by day and by night. */
async function look(state, seen) {
	const { page, context } = await openPage(state, seen);
	const file = join(folder, seen.name, [seen.face, seen.language, seen.width].filter(Boolean).join("-"));
	const address = state.url + spoken(seen.path, seen.language);
	page.on("pageerror", (error) => console.log(`${file}: ${error.message}`));
	page.on(
		"console",
		(message) => message.type() === "error" && message.location().url !== address && console.log(`${file}: ${message.text()}`),
	);
	try {
		if (seen.before) await visit(page, state.url + seen.before);
		await visit(page, address);
		await seen.deed?.(page, await wordsOf(seen.language ?? "en"));
		await page.waitForTimeout(SETTLE_MS);
		const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		if (over > 0) console.log(`${file}: stands out by ${over} px`);
		for (const colorScheme of asked.schemes.split(",")) {
			await page.emulateMedia({ colorScheme });
			await page.waitForTimeout(PRESS_MS);
			await page.screenshot({ path: `${file}-${colorScheme}.png`, fullPage: true });
		}
	} catch (error) {
		console.log(`${file}: not taken: ${error.message.split("\n")[0]}`);
	}
	await context.close();
}

async function openPage({ url, cookies }, { width, scripts = true, isSignedIn = false }) {
	people += 1;
	const context = await browser.newContext({
		viewport: { width, height: HEIGHT },
		javaScriptEnabled: scripts,
		extraHTTPHeaders: { "x-forwarded-for": `31.${people >> 8}.${people & 255}.1` },
	});
	if (isSignedIn) await context.addCookies(cookies.map((cookie) => ({ ...cookie, url })));
	return { context, page: await context.newPage() };
}

async function visit(page, address) {
	await page.goto(address, { waitUntil: "load" });
	await page.waitForTimeout(SETTLE_MS);
}

async function wordsOf(language) {
	return { ...(await speechIn(language)).phrases, form: await formPhrasesIn(language) };
}

function spoken(path, language) {
	return language === null ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}
