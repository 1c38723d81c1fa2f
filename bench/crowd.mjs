// A crowd that reports: so many keep-alive connections, each report from another address, told apart by what became of it.
// What was acknowledged is known by id, so that it can be looked for afterwards.
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** First octets that are the public's: what is private or reserved counts as nobody's. */
const OCTETS = [24, 31, 46, 62, 73, 78, 81, 86, 89, 91, 95, 109, 122, 151, 176, 181, 188, 197, 201, 213];
const SYMPTOMS = ["missing", "missing", "late", "rejected", "arrived"];
const TIMEOUT_MS = 15_000;
/** Who was refused or met nobody comes back after so long. */
const COME_BACK_MS = 20;

/**
 * @typedef {{ status: number, retryAfter: string | undefined, ms: number }} Answer `ms`: how long it took
 * @typedef {{ sent: number, acknowledged: Set<string>, refusals: Answer[], slowestMs: number, lost: number, over: Promise<void>, stop(): void }} Crowd
 *   `lost`: sent, and nobody can tell what became of it; `slowestMs`: of those acknowledged
 */

/**
 * Sends reports until so many are acknowledged or it is told to stop. The server must believe one proxy (`TRUST_PROXY=1`).
 * @param {string} url the server's
 * @param {{ acknowledged?: number, lines?: number, services?: readonly string[] }} [wanted]
 * @returns {Crowd}
 */
export function gatherCrowd(
	url,
	{ acknowledged = Number.POSITIVE_INFINITY, lines = 16, services = ["x", "google", "whatsapp", "paypal"] } = {},
) {
	const agent = new Agent({ keepAlive: true, maxSockets: lines });
	let isStopped = false;
	/** @type {Crowd} */
	const crowd = {
		sent: 0,
		acknowledged: new Set(),
		refusals: [],
		slowestMs: 0,
		lost: 0,
		over: Promise.resolve(),
		stop() {
			isStopped = true;
		},
	};

	async function speak() {
		while (!isStopped && crowd.acknowledged.size < acknowledged) {
			const index = crowd.sent++;
			const begunAt = performance.now();
			const answer = await post(new URL("/api/v1/reports", url), agent, reportOf(index, services)).catch(() => null);
			const ms = performance.now() - begunAt;
			if (answer?.status === 201) {
				crowd.acknowledged.add(JSON.parse(answer.body).id);
				crowd.slowestMs = Math.max(crowd.slowestMs, ms);
				continue;
			}
			if (answer === null) crowd.lost++;
			else crowd.refusals.push({ status: answer.status, retryAfter: answer.retryAfter, ms });
			await wait(COME_BACK_MS);
		}
	}

	crowd.over = Promise.all(Array.from({ length: lines }, speak)).then(() => agent.destroy());
	return crowd;
}

/** The nth report of a crowd: nobody says anything twice. */
function reportOf(index, services) {
	const [place, rest] = [index % OCTETS.length, Math.floor(index / OCTETS.length)];
	return {
		address: `${OCTETS[place]}.${(rest >> 8) & 255}.${rest & 255}.${1 + ((rest >> 16) & 127)}`,
		body: JSON.stringify({
			service: services[index % services.length],
			channel: "sms",
			symptom: SYMPTOMS[index % SYMPTOMS.length],
			region: "US",
		}),
	};
}

function post(url, agent, { address, body }) {
	return new Promise((resolve, reject) => {
		const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), "x-forwarded-for": address };
		const sent = request(url, { agent, method: "POST", headers, timeout: TIMEOUT_MS }, (response) => {
			const pieces = [];
			response.on("data", (piece) => pieces.push(piece));
			response.on("error", reject);
			response.on("end", () =>
				resolve({ status: response.statusCode, retryAfter: response.headers["retry-after"], body: Buffer.concat(pieces).toString() }),
			);
		});
		sent.on("error", reject).on("timeout", () => sent.destroy(new Error("no answer in time")));
		sent.end(body);
	});
}
