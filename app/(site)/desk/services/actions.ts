"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { currentPerson } from "@/app/_http/auth";
import type { ListingAnswer } from "@/components/held-service";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/** Lists or declines a suggested service; who may is decided in lib/listing.ts. Anybody can call this with anything. */
export async function decideService(_before: unknown, form: unknown): Promise<ListingAnswer> {
	if (!(form instanceof FormData)) return { problem: "Choose what to do first.", typed: {} };
	const typed = {
		name: wordOf(form, "name"),
		slug: wordOf(form, "slug"),
		aliases: wordOf(form, "aliases"),
		reason: wordOf(form, "reason"),
	};
	const aliases = typed.aliases.split(",").flatMap((alias) => alias.trim() || []);
	const order = { ...typed, aliases, deed: wordOf(form, "deed"), id: wordOf(form, "id"), category: wordOf(form, "category") };
	try {
		const answer = await house().listing.do({ ...order, channels: form.getAll("channels") }, await currentPerson());
		if (isRefusal(answer)) return { problem: answer.detail, typed };
	} catch (error) {
		house().failed("the desk", error);
		return { problem: "Something broke on our side. Look whether it was done, then decide again.", typed };
	}
	revalidatePath("/desk/services");
	redirect(`/desk/services?decided=${encodeURIComponent(order.id)}`);
}

function wordOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === "string" ? value : "";
}
