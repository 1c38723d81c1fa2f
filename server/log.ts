// The log reads everything about faults and nothing about people: no address, no header, no body.
import pino from "pino";
import type { Env } from "@/lib/env";

export type Log = pino.Logger;

export function openLog(env: Env): Log {
	return pino({ level: env.LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
