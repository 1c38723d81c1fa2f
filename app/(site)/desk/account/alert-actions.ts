"use server";

import { revalidatePath } from "next/cache";
import { currentPerson } from "@/app/_http/auth";
import type { AlertAnswer } from "@/components/alert-choice";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/** To be woken or not: one's own choice; who has one is decided in lib/alert-choice.ts. Anybody can call this with anything. */
export async function chooseAlerts(_before: unknown, form: unknown): Promise<AlertAnswer> {
	const woken = form instanceof FormData ? form.get("woken") : null;
	if (woken !== "yes" && woken !== "no") return { problem: "Choose whether to be woken." };
	try {
		const answer = await house().alertChoice.choose(woken === "yes", await currentPerson());
		if (isRefusal(answer)) return { problem: answer.detail };
	} catch (error) {
		house().failed("choosing alerts", error);
		return { problem: "Something broke on our side. Nothing was changed; try again." };
	}
	revalidatePath("/desk/account");
	return { problem: null };
}
