"use server";

import { revalidatePath } from "next/cache";
import { currentPerson } from "@/app/_http/auth";
import type { DeskAnswer } from "@/components/desk-form";
import { deeds } from "@/lib/desk";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/** One deed of a moderator on one incident; who may is decided in lib/desk.ts. What was typed survives a refusal. */
export async function decide(_before: DeskAnswer, form: FormData): Promise<DeskAnswer> {
	const text = String(form.get("text") ?? "");
	const deed = deeds.find((one) => one === form.get("deed"));
	if (!deed) return { done: null, problem: "Choose what to do first.", text };
	const order = { deed, incident: String(form.get("incident") ?? ""), version: Number(form.get("version")), text };
	const answer = await house().desk.do(order, await currentPerson());
	if (isRefusal(answer)) return { done: null, problem: answer.detail, text };
	revalidatePath("/desk");
	return { done: deed, problem: null, text: "" };
}
