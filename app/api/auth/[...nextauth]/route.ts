import type { NextRequest } from "next/server";
import { handlers } from "@/app/_http/auth";
import { refusedCall } from "@/app/_http/passkeys";

export async function GET(request: NextRequest): Promise<Response> {
	return (await refusedCall(request)) ?? handlers.GET(request);
}

export async function POST(request: NextRequest): Promise<Response> {
	return (await refusedCall(request)) ?? handlers.POST(request);
}
