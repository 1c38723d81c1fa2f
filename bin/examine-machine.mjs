// What can be wrong around the server: its settings, its folder, its port, its way to a mail server.
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname } from "node:path";
import { good, note, wrong } from "./finding.mjs";

const ANSWERS_WITHIN_MS = 5_000;
const FREE_BYTES_MIN = 500_000_000;
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The settings, beside what a start refuses by itself. */
export function examineSettings() {
	return [...examineAddress(), ...examineSecret(), examineAdmin()];
}

function examineAddress() {
	const { PUBLIC_URL: address, TRUST_PROXY } = process.env;
	if (!address) return [examineNoAddress()];
	if (!URL.canParse(address)) return [wrong(`PUBLIC_URL=${address} is no address. It looks like https://undelivered.example.`)];
	const { protocol, hostname } = new URL(address);
	if (LOCAL.test(hostname)) return [note(`PUBLIC_URL is ${address}: good for trying, and for nobody else.`)];
	if (protocol !== "https:") return [wrong(`PUBLIC_URL is ${address}: set up TLS in a proxy (see deploy) and write https here.`)];
	if (Number(TRUST_PROXY || 0) > 0) return [good(`People come by ${address}, through ${TRUST_PROXY} of your proxies.`)];
	return [
		wrong(
			"PUBLIC_URL is https, so a proxy stands in front, but TRUST_PROXY is 0: every visitor looks like one. Set it to the number of your proxies.",
		),
	];
}

/** A database of one's own is what an installation has that others rely on; the embedded one may be somebody's first look. */
function examineNoAddress() {
	const sentence = "PUBLIC_URL is not set: links in mails, feeds and widgets lead to localhost.";
	return process.env.DATABASE_URL
		? wrong(`${sentence} Set it to the address people use.`)
		: note(`${sentence} Good for trying; set it to the address people use before they come.`);
}

function examineSecret() {
	const { AUTH_SECRET: secret } = process.env;
	if (secret && secret.length < 16) return [wrong("AUTH_SECRET is too short. Take 16 characters or more, as of: openssl rand -base64 32")];
	return secret || !process.env.DATABASE_URL
		? []
		: [note("AUTH_SECRET is not set: it is kept in the data folder. Several processes on one database need the same.")];
}

function examineAdmin() {
	const { ADMIN_EMAIL } = process.env;
	return ADMIN_EMAIL
		? good(`${ADMIN_EMAIL} may appoint moderators.`)
		: note("ADMIN_EMAIL is not set: nobody can become the first moderator.");
}

/** Whether what must be kept can be. */
export function examineFolder(folder) {
	const existing = nearest(folder);
	try {
		accessSync(existing, constants.W_OK);
	} catch {
		return [wrong(`The data folder ${folder} cannot be written to. Give it to the user that runs the server, or set DATA_DIR.`)];
	}
	const { bavail, bsize } = statfsSync(existing);
	const free = bavail * bsize;
	const room = `${(free / 1e9).toFixed(1)} GB`;
	if (free < FREE_BYTES_MIN)
		return [wrong(`The disk of the data folder ${folder} has ${room} left. Make room: a full disk stops the database.`)];
	return [good(`The data folder is ${folder}, with ${room} left.`)];
}

function nearest(folder) {
	return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}

/** Whether the port is ours or free. @returns {Promise<{ isServing: boolean, findings: import("./finding.mjs").Finding[] }>} */
export async function examinePort() {
	const port = Number(process.env.PORT || 3000);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		return { isServing: false, findings: [wrong(`PORT=${process.env.PORT} is no port. Set a number from 1 to 65535.`)] };
	}
	const isServing = await isOurs(port);
	if (isServing) return { isServing, findings: [good(`Undelivered answers on port ${port}.`)] };
	const code = await whyNotFree(port);
	if (code === null) return { isServing, findings: [note(`Undelivered does not run on port ${port}, which is free for it.`)] };
	const because = code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${code})`;
	return { isServing, findings: [wrong(`Port ${port} ${because}. Stop what holds it, or set another PORT.`)] };
}

async function isOurs(port) {
	try {
		const answer = await fetch(`http://${hereAs(process.env.HOST)}:${port}/readyz`, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
		return "ready" in (await answer.json());
	} catch {
		return false;
	}
}

/** Where a server that listens on `host` is reached from this machine. */
function hereAs(host) {
	return !host || host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
}

function whyNotFree(port) {
	return new Promise((resolve) => {
		const server = createServer().once("error", (error) => resolve(error.code));
		server.listen(port, process.env.HOST || "0.0.0.0", () => server.close(() => resolve(null)));
	});
}

/** Whether the mail server can be reached; nothing is sent. */
export async function examineMail() {
	const { SMTP_URL } = process.env;
	if (!SMTP_URL)
		return [
			note("SMTP_URL is not set: sign-in links are printed by the server instead of sent, and nobody is woken when an incident opens."),
		];
	if (!URL.canParse(SMTP_URL)) return [wrong("SMTP_URL is no address. It looks like smtps://user:password@mail.example:465.")];
	const { protocol, hostname, port } = new URL(SMTP_URL);
	const address = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || (protocol === "smtps:" ? 465 : 587)) };
	const code = await whyUnreachable(address);
	const place = `${address.host}:${address.port}`;
	return [
		code === null
			? good(`The mail server ${place} can be reached.`)
			: wrong(`The mail server ${place} cannot be reached (${code}). Correct SMTP_URL, or let the firewall through.`),
	];
}

function whyUnreachable(address) {
	return new Promise((resolve) => {
		const socket = connect({ ...address, timeout: ANSWERS_WITHIN_MS });
		const tell = (code) => {
			socket.destroy();
			resolve(code);
		};
		socket
			.once("connect", () => tell(null))
			.once("error", (error) => tell(error.code))
			.once("timeout", () => tell("no answer"));
	});
}
