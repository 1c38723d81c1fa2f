// Can this process serve, and how is it doing? /healthz once it accepts requests; /readyz only with a database that
// answers and a watch that ticks; /metrics for Prometheus. Nothing here says who asked or reported.
import { Hono } from "hono";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** The watch's last step may be this old before this instance is not ready. */
const TICK_AGE_MAX_MS = 60_000;

export type HealthParts = {
	clock(): Promise<Date>;
	findTick(): Promise<Date | null>;
	waiting(): number;
	listening(): number;
};

export function health({ clock, findTick, waiting, listening }: HealthParts): Hono {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	gauge(registry, "undelivered_intake_waiting", "Reports waiting for their commit", waiting);
	gauge(registry, "undelivered_streams_open", "Open live streams", listening);
	const app = new Hono();

	app.get("/healthz", (c) => c.json({ ok: true }, 200, { "cache-control": "no-store" }));
	app.get("/readyz", async (c) => {
		const lack = await whatLacks(clock, findTick);
		return c.json({ ready: lack === null, lack }, lack === null ? 200 : 503, { "cache-control": "no-store" });
	});
	app.get("/metrics", async (c) => c.text(await registry.metrics(), 200, { "content-type": registry.contentType }));
	return app;
}

async function whatLacks(clock: HealthParts["clock"], findTick: HealthParts["findTick"]): Promise<"database" | "watch" | null> {
	try {
		const [now, tick] = await Promise.all([clock(), findTick()]);
		return tick !== null && now.getTime() - tick.getTime() < TICK_AGE_MAX_MS ? null : "watch";
	} catch {
		return "database";
	}
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
	const made: Gauge = new Gauge({
		name,
		help,
		registers: [registry],
		collect() {
			made.set(read());
		},
	});
}
