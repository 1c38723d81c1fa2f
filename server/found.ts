// What is there for machines that find and pass on our pages: /robots.txt, /sitemap.xml, the pictures of links, and /share; and
// what can be taken along of a chart (server/downloads.tsx). Answered
// before Next and without a session; every address begins with PUBLIC_URL, never with what a request says.
import type { Card } from "@/components/card";
import { incidentSentence } from "@/components/incident-words";
import { lookOfIncident, lookOfStatus } from "@/components/tone";
import { sharedService } from "@/lib/catalog/meant";
import type { House } from "@/lib/house";
import { type Incident, isOpen } from "@/lib/incident";
import { makeSingleFlight } from "@/lib/single-flight";
import type { Status } from "@/lib/status";
import type { IncidentAddress } from "@/lib/store/incidents";
import { DAY_MS, plus } from "@/lib/time";
import { clockTime, duration } from "@/lib/words";
import { makeCards } from "./cards";
import { makeDownloads } from "./downloads";
import type { Visit } from "./kept";
import { openPaint } from "./paint";

const STATIC = ["/", "/incidents", "/carriers", "/regions", "/report", "/method", "/privacy", "/widget"] as const;
/** sitemaps.org: a file names at most 50,000 addresses. */
const ADDRESSES_MAX = 50_000;
/** A sitemap is read by machines that come once a day; a robots.txt, a card, more often. */
const SITEMAP_FRESH = "public, max-age=3600";
const FRESH = "public, max-age=60";
/** How soon it is worth asking again for what could not be read. */
const RETRY_AFTER_SECONDS = 60;

export type Found = {
	/** Answers what machines ask for; false when the request is for something else. */
	answer(visit: Visit): Promise<boolean>;
};

export type FoundParts = Pick<House, "catalog" | "readings" | "env" | "failed"> & {
	now(): Date;
	/** Incidents told of since then, the newest first; nothing that was played in. */
	listAddresses(since: Date, limit: number): Promise<readonly IncidentAddress[]>;
};

export function makeFound(parts: FoundParts, project: string): Found {
	const { catalog, readings, env } = parts;
	const paint = openPaint(project);
	const downloads = makeDownloads(parts, paint);
	const cards = makeCards(paint, new URL(env.PUBLIC_URL).host, () => performance.now());
	const flight = makeSingleFlight(() => performance.now());

	async function sitemap(): Promise<string> {
		const { services, countries, carriers } = catalog;
		const steady = [
			...STATIC,
			...services.map(({ slug }) => `/services/${slug}`),
			...countries.map(({ code }) => `/regions/${code}`),
			...carriers.map(({ key }) => `/carriers/${key}`),
		].map((path) => row(env.PUBLIC_URL + path));
		const since = plus(parts.now(), -env.RETAIN_DAYS * DAY_MS);
		const incidents = await parts.listAddresses(since, ADDRESSES_MAX - steady.length);
		const changing = incidents.map(({ id, changedAt }) => row(`${env.PUBLIC_URL}/incidents/${id}`, changedAt));
		return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${[...steady, ...changing].join("\n")}\n</urlset>\n`;
	}

	/** A sitemap without its incidents would tell search engines to forget them: it is whole, or asked for again. */
	async function answerSitemap(visit: Visit): Promise<void> {
		try {
			const body = await flight.read("sitemap", sitemap);
			send(visit, { status: 200, type: "application/xml; charset=utf-8", fresh: SITEMAP_FRESH, body });
		} catch (error) {
			parts.failed("reading the sitemap", error);
			visit.response.setHeader("retry-after", RETRY_AFTER_SECONDS);
			send(visit, { status: 503, type: "text/plain; charset=utf-8", fresh: "no-store", body: "The sitemap cannot be read right now." });
		}
	}

	/** Shared from another app: the form about the service that is meant. What is posted without our worker is not read. */
	function redirectShared({ request, response }: Visit): void {
		const { searchParams } = new URL(request.url ?? "/", "http://localhost");
		const shared = ["url", "text", "title"].flatMap((name) => searchParams.get(name) ?? []).join(" ");
		const { word } = sharedService(shared, catalog);
		response
			.writeHead(303, {
				location: word === "" ? "/report" : `/report?${new URLSearchParams({ service: word })}`,
				"cache-control": "no-store",
			})
			.end();
	}

	/** The card of a page's picture; `null` when there is no such page. */
	async function cardOf(kind: string, word: string): Promise<Card | null> {
		if (kind === "services") {
			const service = catalog.findService(word);
			return service && serviceCard(await readings.status(service), service.domain);
		}
		const reading = await readings.incident(word);
		if (!reading.known) return unreadCard(parts.now());
		return reading.value && incidentCard(reading.value);
	}

	async function answerCard(visit: Visit, address: string, card: Card | null): Promise<void> {
		if (!card) return send(visit, { status: 404, type: "text/plain; charset=utf-8", fresh: FRESH, body: "There is no such picture." });
		const body = await cards.png(address, card);
		send(visit, { status: 200, type: "image/png", fresh: FRESH, body });
	}

	return {
		async answer(visit) {
			const { pathname } = new URL(visit.request.url ?? "/", "http://localhost");
			const isRead = visit.request.method === "GET" || visit.request.method === "HEAD";
			if (!isRead && pathname !== "/share") return false;
			const [, kind, word] = pathname.match(/^\/(services|incidents)\/([\w.-]+)\/picture\.png$/) ?? [];
			if (pathname === "/robots.txt")
				send(visit, { status: 200, type: "text/plain; charset=utf-8", fresh: SITEMAP_FRESH, body: robotsOf(env.PUBLIC_URL) });
			else if (pathname === "/sitemap.xml") await answerSitemap(visit);
			else if (pathname === "/share") redirectShared(visit);
			else if (pathname === "/picture.png") await answerCard(visit, pathname, houseCard);
			else if (kind !== undefined && word !== undefined) await answerCard(visit, pathname, await cardOf(kind, word));
			else return downloads.answer(visit);
			return true;
		},
	};
}

function send({ request, response }: Visit, answer: { status: number; type: string; fresh: string; body: string | Buffer }): void {
	const body = Buffer.from(answer.body);
	response.writeHead(answer.status, { "content-type": answer.type, "cache-control": answer.fresh, "content-length": body.length });
	response.end(request.method === "HEAD" ? undefined : body);
}

/** Pages may be read; what is a person's, or the same page under another query, may not. */
function robotsOf(publicUrl: string): string {
	const closed = ["/desk", "/sign-in", "/api/auth", "/*?"].map((path) => `Disallow: ${path}`);
	return `User-agent: *\nAllow: /\nAllow: /_next/\n${closed.join("\n")}\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
}

function row(address: string, changedAt?: Date): string {
	const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
	return `<url><loc>${escaped(address)}</loc>${changed}</url>`;
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&apos;").replaceAll('"', "&quot;");
}

const houseCard: Card = {
	look: null,
	heading: "Which code isn’t coming?",
	sentence: "Where people report that a verification code never came, and everyone can see what is failing.",
	foot: "No account, no phone number",
};

function serviceCard(status: Status, domain: string): Card {
	return {
		look: lookOfStatus(status),
		heading: status.name,
		headingInLatin: domain,
		sentence: status.sentence,
		foot: `${status.state === "unknown" ? "Last read" : "Read"} ${moment(status.asOf)}${status.demo ? " · demonstration" : ""}`,
	};
}

function incidentCard(incident: Incident): Card {
	const end = incident.endedAt ?? incident.dismissedAt;
	const until = isOpen(incident) || end === null ? "" : `, lasted ${duration(Date.parse(end) - Date.parse(incident.startedAt))}`;
	return {
		look: lookOfIncident(incident.state),
		heading: incident.title,
		sentence: incidentSentence(incident),
		foot: `Began ${moment(incident.startedAt)}${until}${incident.demo ? " · demonstration" : ""}`,
	};
}

function unreadCard(now: Date): Card {
	return {
		look: lookOfStatus({ state: "unknown", restsOn: "nothing" }),
		heading: "An incident",
		sentence: "We cannot read it right now. Something is wrong on our side.",
		foot: `Tried ${moment(now.toISOString())}`,
	};
}

/** "24 Nov 2026, 14:05 UTC". */
function moment(iso: string): string {
	const at = new Date(iso);
	return `${at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })}, ${clockTime(at)}`;
}
