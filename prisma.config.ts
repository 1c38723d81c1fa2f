// `generate` needs no engine, yet Prisma fetches one unless told where it is. Migrations never go through this file:
// they are applied by lib/store/migrate.ts and compared with the schema by bin/schema.mjs.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= "/bin/true";

import { defineConfig } from "prisma/config";

export default defineConfig({
	schema: "prisma/schema.prisma",
	migrations: { path: "prisma/migrations" },
});
