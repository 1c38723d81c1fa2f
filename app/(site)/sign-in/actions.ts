"use server";

import { redirect } from "next/navigation";
import { signIn, signOut } from "@/app/_http/auth";

/** One @ between two words: whether there is such a mailbox only a letter can tell. */
const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/;
const ADDRESS_LENGTH_MAX = 200;

/** Sends the link, or says the same when there is nobody to send it to. */
export async function sendLink(form: unknown): Promise<void> {
	const typed = form instanceof FormData ? form.get("email") : null;
	const email = typeof typed === "string" ? typed.trim() : "";
	if (!ADDRESS.test(email) || email.length > ADDRESS_LENGTH_MAX) redirect("/sign-in?error=Email");
	await signIn("nodemailer", { email, redirect: false, redirectTo: "/desk" });
	redirect("/sign-in?sent=1");
}

export async function leave(): Promise<void> {
	await signOut({ redirectTo: "/" });
}
