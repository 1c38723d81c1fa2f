import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));

/** @type {import("next").NextConfig} */
export default {
	poweredByHeader: false,
	// The folder above may hold another lock file: never let Next guess where the project begins.
	outputFileTracingRoot: root,
	turbopack: { root },
	serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "pino", "prom-client", "nodemailer", "maxmind"],
	allowedDevOrigins: ["127.0.0.1"],
	// `npm run check` is where types are checked; a start from a fresh clone need not wait for it again.
	typescript: { ignoreBuildErrors: true },
};
