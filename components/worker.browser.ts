// The worker of this site: what is shown without a connection, and nothing else. With a connection every page comes from the
// network as if there were no worker; no answer of the API is ever kept. `BUILD` is put before it by server/assets.ts.
import { sharedQuery } from "./shared-words";

declare const BUILD: string;

type Extendable = Event & { waitUntil(promise: Promise<unknown>): void };
type Fetching = Extendable & {
	request: Request;
	preloadResponse?: Promise<Response | undefined>;
	respondWith(answer: Promise<Response>): void;
};

const PREFIX = "undelivered ";
const CACHE = PREFIX + BUILD;
/** The form opens without a connection too: what is filled in waits in the page. */
const FORM = "/report";
const OFFLINE = "/offline";
const SHARE = "/share";
const ASSET = /(?:href|src)="(\/(?:_next\/static|report\.)[^"]+)"/g;
/** Letters beyond Western Europe's are left out: the system has some. */
const FONT = /url\(([^)]*text-latin\.[^)]+\.woff2)\)/g;

addEventListener("install", (event) => extend(event).waitUntil(fill()));
addEventListener("activate", (event) => extend(event).waitUntil(takeOver()));
addEventListener("fetch", (event) => answer(fetching(event)));

/** Pages, their style, their script and their letters: all of it or none. */
async function fill(): Promise<void> {
	const cache = await caches.open(CACHE);
	const pages = await Promise.all([OFFLINE, FORM].map((path) => keep(cache, path, { credentials: "omit", cache: "no-store" })));
	const assets = new Set(pages.flatMap((html) => [...html.matchAll(ASSET)].map(([, path = ""]) => path)));
	const texts = await Promise.all([...assets].map((path) => keep(cache, path)));
	const fonts = texts.flatMap((css) => [...css.matchAll(FONT)].map(([, path = ""]) => path));
	const [style = "/"] = [...assets].filter((path) => path.endsWith(".css"));
	await cache.addAll(fonts.map((path) => new URL(path, new URL(style, location.origin)).href));
	await Reflect.get(self, "skipWaiting").call(self);
}

async function keep(cache: Cache, path: string, how: RequestInit = {}): Promise<string> {
	const answer = await fetch(path, how);
	if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
	await cache.put(path, answer.clone());
	return answer.text();
}

async function takeOver(): Promise<void> {
	await forget((name) => name !== CACHE);
	const { navigationPreload } = registration();
	await navigationPreload?.enable();
	await Reflect.get(self, "clients").claim();
}

async function forget(isOld: (name: string) => boolean): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name.startsWith(PREFIX) && isOld(name)).map((name) => caches.delete(name)));
}

function answer(event: Fetching): void {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== location.origin) return;
	if (request.method === "POST" && url.pathname === SHARE) event.respondWith(share(request));
	else if (request.method !== "GET") return;
	else if (request.mode === "navigate") event.respondWith(page(event, url));
	else if (/^\/(_next\/static|report\.)/.test(url.pathname)) event.respondWith(fetch(request).catch(() => kept(request)));
}

/** What somebody shares is stripped of its numbers before it leaves. */
async function share(request: Request): Promise<Response> {
	const fields = [...(await request.formData())].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
	return Response.redirect(`${SHARE}?${sharedQuery(new URLSearchParams(fields))}`, 303);
}

/** From the network; without one, what is kept. */
async function page(event: Fetching, url: URL): Promise<Response> {
	try {
		const fresh = (await event.preloadResponse) ?? (await fetch(event.request));
		event.waitUntil(leaveIfGone());
		return fresh;
	} catch {
		return kept(url.pathname === FORM || url.pathname === SHARE ? FORM : OFFLINE);
	}
}

async function kept(what: RequestInfo): Promise<Response> {
	const cache = await caches.open(CACHE);
	return (await cache.match(what)) ?? Response.error();
}

let hasLooked = false;

/** A site that has no worker any more must not be haunted by this one. */
async function leaveIfGone(): Promise<void> {
	if (hasLooked) return;
	hasLooked = true;
	const { status } = await fetch("/sw.js", { method: "HEAD", cache: "no-store" });
	if (status !== 404 && status !== 410) return;
	await forget(() => true);
	await registration().unregister();
}

/** TypeScript knows pages here, not workers. */
function registration(): ServiceWorkerRegistration {
	return Reflect.get(self, "registration");
}

function extend(event: Event): Extendable {
	return Object.assign(event);
}

function fetching(event: Event): Fetching {
	return Object.assign(event);
}
