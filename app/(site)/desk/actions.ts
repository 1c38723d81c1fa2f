"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { currentPerson } from "@/app/_http/auth";
import type { DeskAnswer, DeskTyped } from "@/components/desk-answer";
import { type DeedOrder, deeds } from "@/lib/desk";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/**
 * One deed of a moderator on one incident; who may is decided in lib/desk.ts. What was typed survives a refusal, and a
 * fault of ours. Anybody can call this with anything. Done, it leads to the case, where it can be undone.
 */
export async function decide(_before: unknown, form: unknown): Promise<DeskAnswer> {
	const field = (name: string) => (form instanceof FormData ? textOf(form, name) : "");
	const typed = { deed: field("deed"), text: field("text"), value: field("value"), at: field("at"), url: field("url") };
	const order = orderOf(typed, field);
	if (!order) return { problem: "Choose what to do first.", typed };
	const problem = await act(order);
	revalidatePath("/desk");
	if (problem !== null) return { problem, typed };
	redirect(`/desk?incident=${encodeURIComponent(order.incident)}&done=${order.deed}`);
}

function orderOf(typed: DeskTyped, field: (name: string) => string): DeedOrder | null {
	const deed = deeds.find((one) => one === typed.deed);
	if (!deed) return null;
	const order = { incident: field("incident"), version: Number(field("version")), text: typed.text };
	if (deed === "undo") return { ...order, deed, undoes: field("undoes") };
	return deed === "record-stance" ? { ...order, deed, stance: typed } : { ...order, deed };
}

/** `null` when it was done, else what was wrong. */
async function act(order: DeedOrder): Promise<string | null> {
	try {
		const answer = await house().desk.do(order, await currentPerson());
		return isRefusal(answer) ? answer.detail : null;
	} catch (error) {
		house().failed("the desk", error);
		return "Something broke on our side. Look whether it was done, then decide again.";
	}
}

/** A field as typed, its line breaks as everywhere but in a form's post; a file is none. */
function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
}
