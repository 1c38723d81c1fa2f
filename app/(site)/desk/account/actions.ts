"use server";

import { redirect } from "next/navigation";
import { currentPerson, currentSessionToken } from "@/app/_http/auth";
import type { AccountAnswer } from "@/components/account-deed";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/** One deed on one's own account; who may is decided in lib/account.ts. Anybody can call this with anything. */
export async function keepAccount(_before: unknown, form: unknown): Promise<AccountAnswer> {
	const order = form instanceof FormData ? { deed: form.get("deed"), id: form.get("id") } : null;
	const done = await act(order);
	if ("problem" in done) return done;
	redirect(`/desk/account?done=${done.deed}`);
}

async function act(order: unknown): Promise<AccountAnswer | { deed: string }> {
	try {
		const answer = await house().account.do(order, await currentPerson(), await currentSessionToken());
		return isRefusal(answer) ? { problem: answer.detail } : { deed: answer };
	} catch (error) {
		house().failed("an account", error);
		return { problem: "Something broke on our side. Look whether it was done, then try again." };
	}
}
