// Every state a face can be in, made of real parts: a database of its own, reports through the API, the demo's evening, the
// database really ended. A state is told where it stands and gives the faces to look at, each an address and perhaps a deed.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../../bin/folders.mjs";
import { openPool } from "../../lib/store/pool.ts";
import { signUp, tokenOf } from "../../tests/world/people.ts";
import { openDatabase, startUndelivered } from "../load/programs.mjs";
import { deskFaces, formFaces, plainFaces, unsavedFaces } from "./faces.mjs";

const ASK_AGAIN_MS = 300;
const REPORT_EVERY_MS = 20_000;

/** Each gives what it opened: `{ url, faces, cookies, close }`. */
export const states = { empty, living, gone };

/** Nobody has said anything yet. */
async function empty() {
	const world = await open();
	return { ...world, faces: { ...plainFaces({ incident: null }), ...deskFaces() } };
}

/** The demo's evening: X fails, Uber possibly, Discord is retracted, the rest is calm; and people at the desk. */
async function living() {
	const world = await openDemo();
	const { incidents } = await ask(`${world.url}/api/v1/incidents?service=x`);
	const faces = { ...plainFaces({ incident: incidents[0]?.id }), ...formFaces(), ...deskFaces(incidents[0]?.id) };
	return { ...world, faces };
}

/** The same evening, and the database is ended after some have read: what they read stays with its age, the rest is unknown. */
async function gone() {
	const world = await openDemo();
	const { incidents } = await ask(`${world.url}/api/v1/incidents?service=x`);
	const faces = plainFaces({ incident: incidents[0]?.id });
	for (const { path } of [faces.home, faces["service-failing"], faces["service-calm"], faces["embed-failing"]])
		await fetch(world.url + path);
	await world.endDatabase();
	while ((await ask(`${world.url}/api/v1/services/x/status`)).state !== "unknown") await wait(ASK_AGAIN_MS);
	return { ...world, faces: { ...faces, ...unsavedFaces(), ...deskFaces() } };
}

async function open() {
	const database = await openDatabase();
	const server = await startUndelivered(database.url, { ADMIN_EMAIL: "ann@example.org" });
	const pool = openPool(database.url, () => {});
	const ann = await signUp({ pool }, "ann", "admin");
	const cookies = [{ name: "authjs.session-token", value: tokenOf(ann), url: server.url }];
	let isOpen = true;
	const endDatabase = async () => {
		if (!isOpen) return;
		isOpen = false;
		await pool.end();
		await database.close();
	};
	return { url: server.url, pool, databaseUrl: database.url, cookies, endDatabase, close: () => server.close().then(endDatabase) };
}

async function openDemo() {
	const world = await open();
	execFileSync(process.execPath, [join(root, "bin/demo.mjs")], {
		env: { ...process.env, DATABASE_URL: world.databaseUrl },
		stdio: "ignore",
	});
	const stop = keepReporting(world.url);
	await signUp({ pool: world.pool }, "bob-whose-address-is-longer-than-a-phone-is-wide", "moderator");
	await report(world.url, 0, { suggest: "codes.example.org", channel: "sms" });
	// What is long to read is there for who asks a second time.
	while ((await ask(`${world.url}/api/v1/services/x`)).flows === null) await wait(ASK_AGAIN_MS);
	return { ...world, close: () => world.close(stop()) };
}

/** People who go on saying that X and Uber fail while one looks: an evening that ended a moment ago is soon over. */
function keepReporting(url) {
	let person = 0;
	const timer = setInterval(() => {
		person += 1;
		report(url, person, { service: "x", channel: "sms" });
		if (person % 3 === 0) report(url, person, { service: "uber", channel: "call" });
	}, REPORT_EVERY_MS);
	return () => clearInterval(timer);
}

/** Each on a network of their own. Where nothing can be saved, nothing is. */
async function report(url, person, said) {
	const headers = { "content-type": "application/json", "x-forwarded-for": `25.${person >> 8}.${person & 255}.9` };
	const body = JSON.stringify({ symptom: "missing", region: "GB", ...said });
	await fetch(`${url}/api/v1/reports`, { method: "POST", headers, body }).catch(() => {});
}

async function ask(address) {
	return (await fetch(address)).json();
}
