// Start-up and shut-down. One process, one HTTP server, two kinds of doors; everything that was acknowledged is
// committed before the process goes.
import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { makeApi } from "@/lib/api/app";
import { readEnv, tellAuthWhereWeAre } from "@/lib/env";
import { migrate } from "@/lib/store/migrate";
import { whereFrom } from "./address";
import { makeAssets } from "./assets";
import { trackContexts } from "./contexts";
import { makeDoors } from "./doors";
import { makeEmbeds } from "./embeds";
import { makeFound } from "./found";
import { makeProtection } from "./headers";
import { health } from "./health";
import { startHousework } from "./housekeeper";
import { makeKept } from "./kept";
import { openLog } from "./log";
import { open } from "./open";
import { makePages } from "./pages";
import { makeReaders } from "./readers";
import { makeReports } from "./reports";
import { makeStreams } from "./streams";

/** A client that has not sent its headers by then is let go. */
const HEADERS_TIMEOUT_MS = 10_000;
/** And its body. */
const REQUEST_TIMEOUT_MS = 20_000;
/** How often those limits are looked at. */
const LOOK_AT_CONNECTIONS_MS = 2_000;
/** Longer than the idle time of common proxies, so that they close first. */
const KEEP_ALIVE_MS = 65_000;
/** Open answers have this long to finish when the process is asked to go. */
const DRAIN_MS = 5_000;

/** Migrates, opens the house and listens; resolves once requests are accepted. */
export async function serve(): Promise<{ close(): Promise<void> }> {
	const env = readEnv();
	tellAuthWhereWeAre(env);
	const log = openLog(env);
	const applied = await migrate(env.DATABASE_URL);
	if (applied.length > 0) log.info({ applied }, "migrated");
	const opened = await open(env, log);
	const { house, place } = opened;
	const failed = (error: unknown) => house.failed("a request", error);
	const housework = startHousework(new URL("./housework.mjs", import.meta.url), house.failed);

	const isDevelopment = env.NODE_ENV === "development";
	const contexts = isDevelopment ? null : trackContexts();
	const { default: next } = await import("next");
	const app = next({ dev: isDevelopment, dir: process.cwd(), hostname: "localhost", port: env.PORT });
	await app.prepare();
	const handle = app.getRequestHandler();
	const asked: RequestListener = (request, response) => handle(request, response);
	const drawn = contexts?.whileAsked(asked) ?? asked;

	const api = makeApi({ ...house, publicUrl: env.PUBLIC_URL, failed });
	const { intake, live } = house;
	api.route(
		"/",
		health({ clock: opened.readClock, findTick: opened.findTick, waiting: () => intake.waiting, listening: () => live.listening }),
	);

	const protection = makeProtection({ isDevelopment, isSecure: env.PUBLIC_URL.startsWith("https:") });
	const kept = makeKept(protection);
	const assets = makeAssets({ protection, project: process.cwd(), build: isDevelopment ? null : readFileSync(".next/BUILD_ID", "utf8") });
	const server = createServer(
		{ connectionsCheckingInterval: LOOK_AT_CONNECTIONS_MS },
		makeDoors({
			env,
			place,
			protection,
			api,
			failed,
			reports: makeReports({ house, env, place, protection }),
			next: drawn,
			readers: makeReaders(kept, protection, api.fetch),
			assets,
			pages: makePages(
				kept,
				{ ...house.readings, findService: house.catalog.findService },
				{
					next: drawn,
					reportScript: assets.reportScript,
					countryOf: (request) => whereFrom(request, env, place).country,
				},
			),
			streams: makeStreams(house.live, house.catalog),
			embeds: makeEmbeds(house, { kept, protection, project: process.cwd() }),
			found: makeFound({ ...house, now: opened.clock.now, listAddresses: opened.listAddresses }, process.cwd()),
		}),
	);
	server.headersTimeout = HEADERS_TIMEOUT_MS;
	server.requestTimeout = REQUEST_TIMEOUT_MS;
	server.keepAliveTimeout = KEEP_ALIVE_MS;
	if (isDevelopment) server.on("upgrade", app.getUpgradeHandler());
	await listenOn(server, env.PORT, env.HOST);

	return {
		async close() {
			house.live.close();
			await closeServer(server);
			await Promise.all([housework.close(), opened.close()]);
			await app.close();
		},
	};
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, () => {
			server.off("error", reject);
			resolve();
		});
	});
}

/** No new requests; those under way may finish, within bounds. */
function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
		server.close(() => {
			clearTimeout(force);
			resolve();
		});
		server.closeIdleConnections();
	});
}
