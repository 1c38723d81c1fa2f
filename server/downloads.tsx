// What can be taken along of a chart: its numbers as CSV, the chart itself as SVG and PNG. Of exactly the view that the page
// shows under the same words, answered before Next and without a session, and the same for everybody for a while.
import type { OutgoingHttpHeaders } from "node:http";
import { renderToStaticMarkup } from "react-dom/server";
import { ChartSheet, sheetSize } from "@/components/chart-sheet";
import { chartCsv, csvOf } from "@/lib/chart-csv";
import { makeSingleFlight } from "@/lib/single-flight";
import { addressOfView, parseView } from "@/lib/view";
import { ChartPicture, FINENESS } from "./chart-picture";
import type { Visit } from "./kept";
import type { Paint } from "./paint";
import { standalone } from "./standalone";
import { type Taken, type TakenParts, type TakenWaits, takeChart, takeWaits, type Wish } from "./taken";
import { etagOf, hasAlready } from "./whole";

const FILE = /^\/(services|incidents)\/([\w.-]+)\/(?:(chart)\.(csv|svg|png)|(waits)\.(csv))$/;
const FRESH = "public, max-age=60";
/** A file is made once and given to everybody for so long. */
const KEPT_MS = 10_000;
/** Pictures that may wait to be drawn: beyond it whoever asks is told to come again. */
const WAITING_MAX = 20;
const RETRY_AFTER_SECONDS = "5";

type File = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

export type Downloads = {
	/** Answers what is taken along; false when the request is for something else. */
	answer(visit: Visit): Promise<boolean>;
};

export function makeDownloads(parts: TakenParts, paint: Paint): Downloads {
	const flight = makeSingleFlight(() => performance.now(), KEPT_MS);

	async function chartFile(wish: Wish, form: "csv" | "svg" | "png"): Promise<File> {
		const taken = await takeChart(parts, wish);
		if (taken === null) return notHere();
		if (taken === "unread") return busy("We could not read this just now. It does not mean that all is fine.");
		if (form === "csv") return file(taken, form, chartCsv(taken.matter.quarters, [taken.title, ...taken.foot]));
		if (form === "svg") return file(taken, form, sheetOf(taken).whole);
		if (paint.waiting >= WAITING_MAX) return busy("Many pictures are being drawn. The table and the SVG come at once.");
		return file(taken, form, await drawn(taken));
	}

	function sheetOf({ matter, ...sheet }: Taken) {
		return standalone(renderToStaticMarkup(<ChartSheet matter={matter} sheet={sheet} />), paint.colour);
	}

	function drawn(taken: Taken): Promise<Buffer> {
		const { width, height } = sheetSize(taken.matter, taken);
		const picture = <ChartPicture sheet={sheetOf(taken)} width={width} height={height} />;
		return paint.png(picture, { width: width * FINENESS, height: height * FINENESS });
	}

	async function waitsFile(wish: Wish): Promise<File> {
		const taken = await takeWaits(parts, wish);
		if (taken === null) return notHere();
		if (taken === "unread") return busy("We could not read this just now. It does not mean that nobody waits.");
		return file(taken, "csv", csvOf(waitRows(taken), taken.foot));
	}

	return {
		async answer(visit) {
			const { pathname, searchParams } = new URL(visit.request.url ?? "/", "http://localhost");
			const [, kind, word, chart, form, waits] = pathname.match(FILE) ?? [];
			if ((kind !== "services" && kind !== "incidents") || word === undefined) return false;
			const { view, problem } = parseView(Object.fromEntries(searchParams), parts.now());
			if (problem) return send(visit, refused("`asOf` is a time that has come already, like 2026-11-25T19:00Z."));
			const wish = { kind, word, view } as const;
			const address = addressOfView(pathname, view);
			const make = () => (chart && (form === "csv" || form === "svg" || form === "png") ? chartFile(wish, form) : waitsFile(wish));
			return send(visit, await flight.read(`${waits ?? chart} ${address}`, make));
		},
	};
}

function waitRows({ reading: { from, to, waits, missing, unsaid } }: TakenWaits) {
	const row = (what: string, below: number | null, { people, withheld }: typeof missing) => [from, to, what, below, people, withheld];
	return [
		["from", "to", "what", "waited_below_seconds", "people", "withheld"],
		...waits.map((wait) => row("came", wait.belowSeconds, wait)),
		row("came, how long not said", null, unsaid),
		row("never came, or not yet", null, missing),
	];
}

const types = { csv: "text/csv; charset=utf-8", svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;

function file({ name }: { name: string }, form: keyof typeof types, content: string | Buffer): File {
	const disposition = form === "csv" ? "attachment" : "inline";
	const headers = {
		"content-type": types[form],
		"content-disposition": `${disposition}; filename="${name}.${form}"`,
		"cache-control": FRESH,
	};
	return { status: 200, headers, body: Buffer.from(content) };
}

const PLAIN = "text/plain; charset=utf-8";

function notHere(): File {
	return { status: 404, headers: { "content-type": PLAIN, "cache-control": FRESH }, body: Buffer.from("There is no such chart.") };
}

function busy(words: string): File {
	const headers = { "content-type": PLAIN, "cache-control": "no-store", "retry-after": RETRY_AFTER_SECONDS };
	return { status: 503, headers, body: Buffer.from(words) };
}

function refused(words: string): File {
	return { status: 400, headers: { "content-type": PLAIN, "cache-control": "no-store" }, body: Buffer.from(words) };
}

function send({ request, response }: Visit, { status, headers, body }: File): true {
	const etag = etagOf(body);
	if (status === 200 && hasAlready(request.headers, etag)) {
		response.writeHead(304, { etag, "cache-control": FRESH }).end();
		return true;
	}
	response.writeHead(status, { ...headers, ...(status === 200 && { etag }), "content-length": body.length });
	response.end(request.method === "HEAD" ? undefined : body);
	return true;
}
