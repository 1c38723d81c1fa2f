import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
	resolve: { alias: { "@": root.replace(/\/$/, "") } },
	oxc: { jsx: { runtime: "automatic" } },
	test: {
		// What takes minutes and both cores is run by itself, when CI asks for it.
		include: process.env.SLOW ? ["tests/slow/*.test.ts"] : ["tests/*.test.{ts,tsx}"],
		globalSetup: "tests/world/cluster.ts",
		setupFiles: "tests/world/console.ts",
		pool: "forks",
		// Two cores are the smallest machine this must pass on in fifteen minutes; more workers only wait for one another.
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
		// How long to ask again for what must come by itself, where a test sets no limit of its own.
		expect: { poll: { timeout: 10_000 } },
	},
});
