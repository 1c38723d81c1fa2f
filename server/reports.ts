// The door that thousands come through at once: a posted report is read and answered on Node's own request and response.
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, READABLE_ANYWHERE } from "@/lib/api/answer";
import { BODY_BYTES_MAX } from "@/lib/api/body";
import { faultAnswer } from "@/lib/api/problem";
import { makeReceiving, type Posted } from "@/lib/api/receiving";
import type { Env } from "@/lib/env";
import type { House } from "@/lib/house";
import type { Place } from "@/lib/place";
import { whereFrom } from "./address";
import { bytesOf } from "./body";
import { byTurns, type Protection } from "./headers";

const REPORTS = "/api/v1/reports";

export type Reports = {
	/** Whether the request posts a report. */
	takes(request: IncomingMessage): boolean;
	answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

type ReportsParts = { house: Pick<House, "intake" | "failed">; env: Env; place: Place; protection: Protection };

export function makeReports({ house, env, place, protection }: ReportsParts): Reports {
	const always = [...protection.ofNoPage, ...byTurns(READABLE_ANYWHERE)];
	const receive = makeReceiving({ intake: house.intake, publicUrl: env.PUBLIC_URL });

	async function received(posted: Posted): Promise<Answer> {
		try {
			return await receive(posted, REPORTS);
		} catch (error) {
			house.failed("a report", error);
			return faultAnswer(env.PUBLIC_URL, REPORTS);
		}
	}

	return {
		takes: (request) => request.method === "POST" && request.url === REPORTS,
		async answer(request, response) {
			const bytes = await bytesOf(request, BODY_BYTES_MAX).catch(() => "gone" as const);
			// Whoever hung up while sending hears nothing, and nothing was said.
			if (bytes === "gone") return void response.destroy();
			const header = (name: string) => {
				const value = request.headers[name];
				return typeof value === "string" ? value : value?.[0];
			};
			const { status, headers, body } = await received({
				where: whereFrom(request, env, place),
				header,
				text: bytes?.toString("utf8") ?? null,
			});
			response.writeHead(status, [...always, ...byTurns({ ...headers, "content-length": Buffer.byteLength(body) })]).end(body);
		},
	};
}
