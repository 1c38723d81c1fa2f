// npm run bench:weight      what a first visit to each face loads: a real Chromium with an empty cache, bytes after gzip
import { gzipSync } from "node:zlib";
import { launchBrowser } from "../tests/world/browser.ts";
import { openDatabase, startUndelivered } from "./load/programs.mjs";

const PHONE = { width: 390, height: 844 };
/** In kilobytes after gzip: docs of the project's targets. */
const targets = { "report form": { script: 130 }, "widget.js, style included": { script: 1.5 } };
const PEOPLE = 20;
const INCIDENT_WITHIN_MS = 60_000;
/** A page that has asked for nothing new so long has loaded: streams stay open for ever. */
const QUIET_MS = 1_500;
const kinds = ["document", "script", "stylesheet", "font"];

const database = await openDatabase();
const programs = [];
try {
	const ours = await startUndelivered(database.url);
	programs.push(ours);
	const incident = await anIncident(ours.url);
	const pages = {
		"report form": "/report?service=x&channel=sms&symptom=missing",
		"service page": "/services/x",
		overview: "/",
		incident: `/incidents/${incident}`,
		"embed, framed": "/embed/x",
	};
	const browser = await launchBrowser();
	programs.push(browser);
	const rows = {};
	for (const [name, path] of Object.entries(pages)) rows[name] = await weigh(browser, ours.url + path);
	rows["widget.js, style included"] = { ...nothing(), script: await gzipped(`${ours.url}/widget.js`), requests: 1 };
	console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, told(name, row)])));
} finally {
	for (const program of programs.reverse()) await program.close();
	await database.close();
}

/** What a page loads until it asks for nothing more. */
async function weigh(browser, address) {
	const context = await browser.newContext({ viewport: PHONE, serviceWorkers: "block" });
	const page = await context.newPage();
	const weights = nothing();
	let changedAt = performance.now();
	const weighing = [];
	page.on("response", (response) => {
		changedAt = performance.now();
		const kind = response.request().resourceType();
		if (!kinds.includes(kind)) return;
		weights.requests += 1;
		weighing.push(response.body().then((body) => (weights[kind] += kind === "font" ? body.length : gzipSync(body).length)));
	});
	await page.goto(address, { waitUntil: "load" });
	while (performance.now() - changedAt < QUIET_MS) await page.waitForTimeout(100);
	await Promise.all(weighing);
	await context.close();
	return weights;
}

function nothing() {
	return { document: 0, script: 0, stylesheet: 0, font: 0, requests: 0 };
}

async function gzipped(address) {
	return gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length;
}

/** A row in kilobytes; what is over its target ends the bench with an error. */
function told(name, { requests, ...weights }) {
	const target = targets[name]?.script ?? null;
	const row = Object.fromEntries(Object.entries(weights).map(([kind, bytes]) => [`${kind} kB`, Math.round(bytes / 100) / 10]));
	const isOver = target !== null && weights.script > target * 1000;
	if (isOver) process.exitCode = 1;
	return { ...row, requests, "script may be": target ?? "", "": isOver ? "OVER" : "" };
}

/** An incident page needs an incident: people all over the world, on networks of their own, who got no code. */
async function anIncident(url) {
	const countries = ["US", "GB", "DE", "FR", "IN", "BR"];
	for (let person = 1; person <= PEOPLE; person++) {
		await fetch(`${url}/api/v1/reports`, {
			method: "POST",
			headers: { "content-type": "application/json", "x-forwarded-for": `24.${person}.7.9` },
			body: JSON.stringify({ service: "x", channel: "sms", symptom: "missing", region: countries[person % countries.length] }),
		});
	}
	for (const until = Date.now() + INCIDENT_WITHIN_MS; Date.now() < until; ) {
		const { incidents } = await (await fetch(`${url}/api/v1/incidents`)).json();
		if (incidents.length > 0) return incidents[0].id;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error("a crowd that got no code made no incident");
}
