// Reports at a steady rate, each by another person: `node paced.mjs URL RATE SERVICES`, a child that is told "begin" and
// "end". Every ten milliseconds as many are sent as are due, on connections that wait for nothing; what finds none free
// is sent late and counted as such, so the rate asked for and the one acknowledged can be told apart.
import { connect } from "node:net";

const [address, rate, services] = [new URL(process.argv[2]), Number(process.argv[3]), process.argv[4].split(",")];
const TURN_MS = 10;
const CONNECTIONS = 256;
const CHANNELS = ["sms", "sms", "sms", "call", "email"];
const SYMPTOMS = ["missing", "missing", "late", "rejected", "arrived"];
/** First octets that belong to people's networks. */
const FIRST = [24, 31, 46, 62, 73, 78, 81, 86, 89, 91, 95, 109, 122, 151, 176, 181, 188, 197, 201, 213];

const free = [];
let timer = null;
let begunAt = 0;
let sent = 0;
let answers = [];
let refused = 0;

const deeds = {
	begin() {
		[begunAt, sent, answers, refused] = [now(), 0, [], 0];
		timer = setInterval(sendDue, TURN_MS);
		return {};
	},
	end() {
		clearInterval(timer);
		return { seconds: (now() - begunAt) / 1_000, sent, refused, answers };
	},
};

await Promise.all(Array.from({ length: CONNECTIONS }, openConnection));
process.on("message", (deed) => process.send(deeds[deed]()));
process.on("disconnect", () => process.exit());
process.send("ready");

function now() {
	return performance.timeOrigin + performance.now();
}

function openConnection() {
	return new Promise((resolve, reject) => {
		const socket = connect(Number(address.port), address.hostname, () => {
			socket.setNoDelay(true);
			free.push(socket);
			resolve();
		});
		socket.sentAt = 0;
		socket.on("error", reject);
		socket.on("data", (piece) => answer(socket, piece));
	});
}

function sendDue() {
	const due = Math.floor(((now() - begunAt) / 1_000) * rate);
	while (sent < due && free.length > 0) {
		const socket = free.pop();
		if (!socket.destroyed) send(socket);
	}
}

function send(socket) {
	const body = JSON.stringify({
		service: services[sent % services.length],
		channel: CHANNELS[sent % CHANNELS.length],
		symptom: SYMPTOMS[sent % SYMPTOMS.length],
		region: "US",
	});
	const from = `${FIRST[sent % FIRST.length]}.${chance()}.${chance()}.${chance()}`;
	socket.sentAt = now();
	socket.said = "";
	socket.write(
		`POST ${address.pathname} HTTP/1.1\r\nHost: ${address.host}\r\nContent-Type: application/json\r\nX-Forwarded-For: ${from}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
	);
	sent++;
}

function chance() {
	return 1 + Math.floor(Math.random() * 254);
}

/** The server answers with a length; a connection is free again when it has all of it. */
function answer(socket, piece) {
	socket.said += piece.latin1Slice();
	const head = socket.said.indexOf("\r\n\r\n");
	// A connection that was never used is let go by the server, in words.
	if (socket.sentAt === 0) return;
	const [, length] = /content-length: (\d+)/i.exec(socket.said) ?? [];
	if (head < 0 || (length !== undefined && socket.said.length < head + 4 + Number(length))) return;
	if (socket.said.startsWith("HTTP/1.1 201")) answers.push({ sentAt: socket.sentAt, at: now() });
	else refused++;
	free.push(socket);
}
