// What can be taken along of a chart: its numbers as CSV, the chart itself as SVG and PNG. Of exactly the view that the page
// shows under the same words, answered before Next and without a session, and the same for everybody for a while.
import type { OutgoingHttpHeaders } from "node:http";
import { renderToStaticMarkup } from "react-dom/server";
import { chartBody } from "@/components/chart-sheet";
import { type Body, type Sheet, SheetDrawing, sheetSize } from "@/components/sheet";
import { waitBody } from "@/components/wait-sheet";
import { chartCsv, csvOf } from "@/lib/chart-csv";
import { makeSingleFlight } from "@/lib/single-flight";
import { addressOfView, parseView } from "@/lib/view";
import { ChartPicture, FINENESS } from "./chart-picture";
import type { Visit } from "./kept";
import type { Paint } from "./paint";
import { standalone } from "./standalone";
import { type TakenParts, type TakenWaits, takeChart, takeWaits, type Wish } from "./taken";
import { etagOf, hasAlready } from "./whole";

const FILE = /^\/(services|incidents)\/([\w.-]+)\/(chart|waits)\.(csv|svg|png)$/;
const FRESH = "public, max-age=60";
/** A file is made once and given to everybody for so long. */
const KEPT_MS = 10_000;
/** Pictures that may wait to be drawn: beyond it whoever asks is told to come again. */
const WAITING_MAX = 20;
const RETRY_AFTER_SECONDS = "5";

const forms = ["csv", "svg", "png"] as const;
type Form = (typeof forms)[number];

type File = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

export type Downloads = {
	/** Answers what is taken along; false when the request is for something else. */
	answer(visit: Visit): Promise<boolean>;
};

export function makeDownloads(parts: TakenParts, paint: Paint): Downloads {
	const flight = makeSingleFlight(() => performance.now(), KEPT_MS);

	async function chartFile(wish: Wish, form: Form): Promise<File> {
		const taken = await takeChart(parts, wish);
		if (taken === null) return notHere();
		if (taken === "unread") return busy("We could not read this just now. It does not mean that all is fine.");
		if (form === "csv") return file(taken.name, form, chartCsv(taken.matter.quarters, [taken.title, ...taken.foot]));
		return pictureFile({ body: chartBody(taken.matter), sheet: taken }, form);
	}

	async function waitsFile(wish: Wish, form: Form): Promise<File> {
		const taken = await takeWaits(parts, wish);
		if (taken === null) return notHere();
		if (taken === "unread") return busy("We could not read this just now. It does not mean that nobody waits.");
		if (form === "csv") return file(taken.name, form, csvOf(waitRows(taken), [taken.title, ...taken.foot]));
		return pictureFile({ body: waitBody(taken.reading, taken.codes), sheet: taken }, form);
	}

	async function pictureFile({ body, sheet }: { body: Body; sheet: Sheet & { name: string } }, form: "svg" | "png"): Promise<File> {
		const drawn = standalone(renderToStaticMarkup(<SheetDrawing body={body} sheet={sheet} />), paint.colour);
		if (form === "svg") return file(sheet.name, form, drawn.whole);
		if (paint.waiting >= WAITING_MAX) return busy("Many pictures are being drawn. The table and the SVG come at once.");
		const { width, height } = sheetSize(body, sheet);
		const picture = <ChartPicture sheet={drawn} width={width} height={height} />;
		return file(sheet.name, form, await paint.png(picture, { width: width * FINENESS, height: height * FINENESS }));
	}

	return {
		async answer(visit) {
			const { pathname, searchParams } = new URL(visit.request.url ?? "/", "http://localhost");
			const [, kind, word = "", chart, ending] = pathname.match(FILE) ?? [];
			const form = forms.find((one) => one === ending);
			if ((kind !== "services" && kind !== "incidents") || form === undefined) return false;
			const { view, problem } = parseView(Object.fromEntries(searchParams), parts.now());
			if (problem) return send(visit, refused("`asOf` is a time that has come already, like 2026-11-25T19:00Z."));
			const wish = { kind, word, view } as const;
			const address = addressOfView(pathname, view);
			const make = () => (chart === "chart" ? chartFile(wish, form) : waitsFile(wish, form));
			return send(visit, await flight.read(address, make));
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

const types = { csv: "text/csv; charset=utf-8", svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const satisfies Record<
	Form,
	string
>;

function file(name: string, form: Form, content: string | Buffer): File {
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
