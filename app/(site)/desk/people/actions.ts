"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { currentPerson } from "@/app/_http/auth";
import type { PeopleAnswer } from "@/components/people-order";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/** Invites, withdraws, appoints or removes; who may is decided in lib/people.ts. Anybody can call this with anything. */
export async function changePeople(_before: unknown, form: unknown): Promise<PeopleAnswer> {
	const word = (name: string) => (form instanceof FormData ? wordOf(form, name) : "");
	const order = { deed: word("deed"), id: word("id"), seen: word("seen"), email: word("email"), role: word("role") };
	const done = await act(order);
	revalidatePath("/desk/people");
	if ("problem" in done) return { problem: done.problem, typed: { email: order.email, role: order.role } };
	redirect(`/desk/people?done=${done.audit}`);
}

async function act(order: object): Promise<{ audit: string } | { problem: string }> {
	try {
		const answer = await house().people.do(order, await currentPerson());
		return isRefusal(answer) ? { problem: answer.detail } : answer;
	} catch (error) {
		house().failed("the desk", error);
		return { problem: "Something broke on our side. Look whether it was done, then try again." };
	}
}

function wordOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === "string" ? value : "";
}
