"use server";

import { revalidatePath } from "next/cache";
import { currentPerson } from "@/app/_http/auth";
import type { DeskAnswer } from "@/components/desk-form";
import { type DeedOrder, deeds } from "@/lib/desk";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/**
 * One deed of a moderator on one incident; who may is decided in lib/desk.ts. What was typed survives a refusal, and a
 * fault of ours. Anybody can call this with anything.
 */
export async function decide(_before: unknown, form: unknown): Promise<DeskAnswer> {
	if (!(form instanceof FormData)) return { done: null, problem: "Choose what to do first.", text: "" };
	const text = textOf(form, "text");
	const deed = deeds.find((one) => one === form.get("deed"));
	if (!deed) return { done: null, problem: "Choose what to do first.", text };
	return act({ deed, incident: textOf(form, "incident"), version: Number(textOf(form, "version")), text });
}

async function act(order: DeedOrder): Promise<DeskAnswer> {
	try {
		const answer = await house().desk.do(order, await currentPerson());
		if (isRefusal(answer)) return { done: null, problem: answer.detail, text: order.text };
		revalidatePath("/desk");
		return { done: order.deed, problem: null, text: "" };
	} catch (error) {
		house().failed("the desk", error);
		return { done: null, problem: "Something broke on our side. Look whether it was done, then decide again.", text: order.text };
	}
}

/** A field as typed, its line breaks as everywhere but in a form's post; a file is none. */
function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
}
