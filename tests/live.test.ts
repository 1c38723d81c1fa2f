// Who is looking, and what they are told: once, in order, and nothing that was missed.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Listener } from "../lib/audience";
import type { Service } from "../lib/catalog/catalog";
import type { Incident } from "../lib/incident";
import { concernedBy, makeLive, NO_SERVICE } from "../lib/live";
import { incidentOf } from "../lib/presentation";
import type { Status } from "../lib/status";
import { referenceCatalog } from "./world/catalog";
import { anIncidentRow, aSlice, aStatus } from "./world/makers";
import { nth } from "./world/store";

const catalog = referenceCatalog();
const [x, google] = [nth(catalog.services, 0), nth(catalog.services, 1)];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type News = { status: Status; incidents: readonly Incident[] };

/** A process whose readings are what the test says they are. */
function aProcess({ epoch = 1_000 } = {}) {
	const facts = new Map<string, News>();
	const ofNoService: { incidents: readonly Incident[] } = { incidents: [] };
	const notified: number[][] = [];
	const read = async ({ slug }: Service) => facts.get(slug) ?? { status: aStatus({ service: slug }), incidents: [] };
	const live = makeLive({
		catalog,
		readings: { news: read, newsIn: async () => 10, newsOfNoService: async () => ofNoService.incidents, newsOfNoServiceIn: async () => 10 },
		notify: async (ids) => void notified.push([...ids]),
		failed: (error) => expect.unreachable(String(error)),
		epoch,
	});
	const listen = (service: Service | null, lastEventId: number | null = null, given: Partial<Listener> = {}) => {
		const said: string[] = [];
		const write = (frame: Uint8Array) => {
			said.push(Buffer.from(frame).toString());
			return true;
		};
		const closed = vi.fn();
		const stream = live.listen({ service, write, close: closed, ...given }, lastEventId);
		return { said, closed, stream, events: () => said.flatMap((frame) => /^event: (.+)$/m.exec(frame)?.[1] ?? []) };
	};
	const happen = async (service: Service, news: Partial<News>) => {
		facts.set(service.slug, { status: aStatus({ service: service.slug }), incidents: [], ...facts.get(service.slug), ...news });
		live.publish([service.id]);
		await vi.advanceTimersByTimeAsync(20);
	};
	return { live, listen, happen, facts, ofNoService, notified };
}

const anIncident = (version = 1) => incidentOf(anIncidentRow({ version }), catalog, "https://undelivered.example");
const settle = (ms = 20) => vi.advanceTimersByTimeAsync(ms);

describe("a stream that opens", () => {
	test("is told when to come back, and the status as it is", async () => {
		const { listen } = aProcess();
		const { said } = listen(x);
		await settle();
		expect(said).toEqual(["retry: 2000\n\n", `id: 1001\nevent: status\ndata: ${JSON.stringify(aStatus({ service: x.slug }))}\n\n`]);
	});

	test("is told nothing twice: not by the poll, and not when somebody else opens another", async () => {
		const { listen } = aProcess();
		const first = listen(x);
		await settle(12_000);
		const second = listen(x);
		await settle(12_000);
		expect([first.events(), second.events()]).toEqual([["status"], ["status"]]);
	});

	test("hears of the first incident after it opened", async () => {
		const { listen, happen } = aProcess();
		const { events } = listen(x);
		await settle();
		await happen(x, { status: aStatus({ service: x.slug, state: "raised" }), incidents: [anIncident()] });
		expect(events()).toEqual(["status", "status", "incident"]);
	});

	test("of everything hears of every service that changes", async () => {
		const { listen, happen } = aProcess();
		const { events } = listen(null);
		await settle(6_000);
		expect(events()).toEqual([]);
		await happen(x, { status: aStatus({ state: "raised" }) });
		await happen(google, { status: aStatus({ state: "raised" }) });
		expect(events()).toEqual(["status", "status"]);
	});
});

describe("a change", () => {
	test("is told to those who look at its service, and to nobody else", async () => {
		const { listen, happen } = aProcess();
		const [mine, theirs] = [listen(x), listen(google)];
		await settle();
		await happen(x, { status: aStatus({ service: x.slug, state: "raised" }) });
		expect([mine.events(), theirs.events()]).toEqual([["status", "status"], ["status"]]);
	});

	test("of age alone is no change", async () => {
		const { listen, happen } = aProcess();
		const { events } = listen(x);
		await settle();
		await happen(x, { status: aStatus({ service: x.slug, ageSeconds: 9, asOf: "2022-11-14T12:00:09.000Z" }) });
		expect(events()).toEqual(["status"]);
	});

	test("of an incident is told when its version, updates or numbers move, and only then", async () => {
		const { listen, happen } = aProcess();
		const { events } = listen(x);
		await settle();
		await happen(x, { incidents: [anIncident(1)] });
		await happen(x, { incidents: [anIncident(1)] });
		await happen(x, { incidents: [anIncident(2)] });
		expect(events()).toEqual(["status", "incident", "incident"]);
	});

	test("of an incident of no service comes once, to those who listen to everything", async () => {
		const { listen, live, ofNoService } = aProcess();
		const [all, one] = [listen(null), listen(x)];
		await settle(6_000);
		ofNoService.incidents = [anIncident()];
		live.publish([NO_SERVICE]);
		await settle(12_000);
		expect([all.events(), one.events()]).toEqual([["status", "incident"], ["status"]]);
	});

	test("concerns every service that a slice names, or nobody in particular", () => {
		expect(concernedBy(aSlice({ service: [x.slug, google.slug, "gone"] }), catalog)).toEqual([x.id, google.id]);
		expect(concernedBy(aSlice({ service: null }), catalog)).toEqual([NO_SERVICE]);
	});

	test("comes with ever larger numbers", async () => {
		const { listen, happen } = aProcess();
		const { said } = listen(x);
		await settle();
		for (const state of ["raised", "failing", "calm"] as const) await happen(x, { status: aStatus({ service: x.slug, state }) });
		const ids = said.flatMap((frame) => /^id: (\d+)$/m.exec(frame)?.[1] ?? []).map(Number);
		expect(ids).toEqual([1_001, 1_002, 1_003, 1_004]);
	});

	test("heard from another process is told here", async () => {
		const { live, listen, happen } = aProcess();
		const { events } = listen(x);
		await settle();
		await happen(google, {});
		live.hear([x.id]);
		live.hear(null);
		await settle();
		expect(events()).toEqual(["status"]);
	});

	test("goes to the other processes four times a second at most, each service once", async () => {
		const { live, notified } = aProcess();
		for (let index = 0; index < 100; index++) live.publish([x.id, google.id]);
		await settle(249);
		expect(notified).toEqual([]);
		await settle(1);
		expect(notified).toEqual([[x.id, google.id]]);
		await settle(1_000);
		expect(notified).toHaveLength(1);
	});
});

describe("a stream that comes back", () => {
	async function after(changes: number) {
		const process = aProcess();
		process.listen(x);
		await settle();
		for (let index = 0; index < changes; index++) {
			await process.happen(x, { status: aStatus({ service: x.slug, sentence: `change ${index}` }) });
		}
		return process;
	}

	test("is told what it missed, and nothing else", async () => {
		const { listen } = await after(3);
		const { said } = listen(x, 1_002);
		await settle();
		expect(said.slice(1).map((frame) => /change \d/.exec(frame)?.[0])).toEqual(["change 1", "change 2"]);
	});

	test("having missed nothing is told nothing", async () => {
		const { listen } = await after(3);
		const { events } = listen(x, 1_004);
		await settle();
		expect(events()).toEqual([]);
	});

	test("after more than is kept is told the status as it is", async () => {
		const { listen } = await after(260);
		const [old, kept] = [listen(x, 1_004), listen(x, 1_005)];
		await settle();
		expect([old.events().length, kept.events().length]).toEqual([1, 256]);
	});

	test("with a number of another process or another start is told the status as it is", async () => {
		const { listen } = await after(1);
		const streams = [listen(x, 7), listen(x, 999_999)];
		await settle();
		expect(streams.map((one) => one.events())).toEqual([["status"], ["status"]]);
	});
});

describe("a stream", () => {
	test("that cannot keep up is dropped and closed, and the others go on", async () => {
		const { live, listen, happen } = aProcess();
		const slow = listen(x, null, { write: () => false });
		const other = listen(x);
		await settle();
		expect(live.listening).toBe(1);
		expect(slow.closed).toHaveBeenCalledTimes(1);
		await happen(x, { status: aStatus({ state: "raised" }) });
		expect(other.events()).toEqual(["status", "status"]);
	});

	test("is kept open by a sign of life every fifteen seconds", async () => {
		const { listen } = aProcess();
		const { said } = listen(x);
		await settle(14_999);
		expect(said.filter((frame) => frame.startsWith(":"))).toEqual([]);
		await settle(15_001);
		expect(said.filter((frame) => frame.startsWith(":"))).toEqual([": still here\n\n", ": still here\n\n"]);
	});

	test("that has left hears nothing more", async () => {
		const { live, listen, happen } = aProcess();
		const { stream, events } = listen(x);
		await settle();
		stream.close();
		await happen(x, { status: aStatus({ state: "raised" }) });
		expect([events(), live.listening]).toEqual([["status"], 0]);
	});

	test("ends with the process", async () => {
		const { live, listen } = aProcess();
		const { closed } = listen(x);
		live.close();
		expect([closed.mock.calls.length, live.listening, vi.getTimerCount()]).toEqual([1, 0, 0]);
	});
});

test("a watch that stands still is told by the poll, within five seconds and without anybody reporting", async () => {
	const { facts, listen } = aProcess();
	const { events } = listen(x);
	await settle();
	facts.set(x.slug, { status: aStatus({ service: x.slug, state: "unknown" }), incidents: [] });
	await settle(5_020);
	expect(events()).toEqual(["status", "status"]);
});
