// Which settings does the process run with? The only place that reads the environment; everything is optional in
// development. Refuses at start, in a sentence, what it cannot use.
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65535);

const schema = z.object({
	PORT: port.default(3000),
	HOST: z.string().min(1).default("0.0.0.0"),
	PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
	DATABASE_URL: z.string().min(1),
	DATA_DIR: z.string().min(1),
	/** How many proxies in front of us are ours: 0 believes no forwarded address. */
	TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
	COUNTRY_HEADER: z.string().toLowerCase().optional(),
	/** Never said in a refusal: it may hold a password. */
	SMTP_URL: z
		.string()
		.refine(URL.canParse, "wants smtp://user:password@host:port, with / : @ in the password written as %2F %3A %40")
		.optional(),
	MAIL_FROM: z.string().default("Undelivered <undelivered@localhost>"),
	AUTH_SECRET: z.string().min(16, "wants at least 16 characters"),
	ADMIN_EMAIL: z.email().toLowerCase().optional(),
	RETAIN_DAYS: z.coerce.number().int().min(2).max(3650).default(30),
	FALSE_ALARMS_PER_DAY: z.coerce.number().positive().max(100).default(0.05),
	LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
	NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export type Env = Omit<z.output<typeof schema>, "PUBLIC_URL"> & { PUBLIC_URL: string };

/** Reads the settings; throws one sentence per setting that cannot be used. Empty values count as unset. */
export function readEnv(variables: Record<string, string | undefined> = process.env): Env {
	const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
	const parsed = schema.safeParse(set);
	if (!parsed.success) {
		throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
	}
	const env = parsed.data;
	return { ...env, PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, "") };
}

/** next-auth makes its links from this variable; without it, it would believe the request's Host header. */
export function tellAuthWhereWeAre(env: Env): void {
	process.env.AUTH_URL = `${env.PUBLIC_URL}/api/auth`;
}
