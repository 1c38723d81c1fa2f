"use server";

import { redirect } from "next/navigation";
import { signIn, signOut } from "@/app/_http/auth";

/** Sends the link, or says the same when there is nobody to send it to. */
export async function sendLink(form: FormData): Promise<void> {
	const email = String(form.get("email") ?? "").trim();
	if (email === "" || email.length > 200) redirect("/sign-in?error=Email");
	await signIn("nodemailer", { email, redirect: false, redirectTo: "/desk" });
	redirect("/sign-in?sent=1");
}

export async function leave(): Promise<void> {
	await signOut({ redirectTo: "/" });
}
