// What would make a start fail at its end, looked at before it spends minutes on building.
import { connect, createServer } from "node:net";
import { Refused } from "./failure.mjs";

const REACHED_WITHIN_MS = 5_000;

/** Refuses a port that is no port or taken, and a database that does not answer. PORT=0 becomes a free port. */
export async function refuseUnusable() {
	process.env.PORT = String(await freeUnless(portWanted()));
	const url = process.env.DATABASE_URL;
	if (url) await reach(addressIn(url));
}

function portWanted() {
	const port = Number(process.env.PORT || 3000);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new Refused(`PORT=${process.env.PORT} is no port. Set a number from 1 to 65535, or leave it unset for 3000.`);
}

function freeUnless(port) {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", (error) => reject(error.code === "EACCES" ? notAllowed(port) : error));
		server.listen(port, process.env.HOST || "0.0.0.0", () => {
			const found = server.address().port;
			server.close(() => resolve(found));
		});
	});
}

function notAllowed(port) {
	return new Refused(`Port ${port} may only be used by root. Choose one above 1023: PORT=3000 npm start`);
}

function addressIn(url) {
	try {
		const { protocol, hostname, port, searchParams } = new URL(url);
		if (!/^postgres(ql)?:$/.test(protocol)) throw new Error("not PostgreSQL");
		const isSocket = !hostname || searchParams.has("host");
		return isSocket ? null : { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 5432) };
	} catch {
		throw new Refused("DATABASE_URL is no address of a PostgreSQL database. It looks like postgresql://user:password@host:5432/database");
	}
}

function reach(address) {
	if (!address) return;
	return new Promise((resolve, reject) => {
		const socket = connect({ ...address, timeout: REACHED_WITHIN_MS });
		socket.once("connect", () => resolve(socket.destroy()));
		socket.once("error", reject);
		socket.once("timeout", () => socket.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })));
	});
}
