// Before one reports: what is nobody's outage, by the channel it belongs to. One table per language.
import type { Channel } from "@/lib/report";

type Check = { channels: readonly Channel[]; title: string; text: string };

/** In the order they are worth trying. The clock is looked at by the page itself (components/clock-check.tsx). */
export const checks = [
	{
		channels: ["sms", "call", "email", "messenger"],
		title: "Use only the newest code",
		text: "If you asked twice, the first code is probably dead, even if it arrives last. Wait five minutes before you ask again.",
	},
	{
		channels: ["sms", "call", "messenger"],
		title: "Is it the number you have now?",
		text: "Most services show its last two digits. A number you gave years ago, or a second SIM card, gets the code instead.",
	},
	{
		channels: ["email"],
		title: "Look in the spam folder",
		text: "And in the tabs and folders your mailbox sorts mail into. Search the whole mailbox for the name of the service: a filter may have moved the mail.",
	},
	{
		channels: ["email"],
		title: "Is it the address you look at?",
		text: "Most services show part of it. Compare it with the mailbox that is open, and see that the mailbox is not full.",
	},
	{
		channels: ["sms", "call", "email", "messenger"],
		title: "Do other services’ codes reach you?",
		text: "If none do, look at your phone, your mailbox or your carrier first. If only this one’s do not, it is not you.",
	},
	{
		channels: ["sms", "call"],
		title: "Are short or unknown numbers blocked?",
		text: "Codes often come from five- or six-digit numbers, or from abroad. Spam filters, “silence unknown callers” and some plans stop those.",
	},
	{
		channels: ["authenticator"],
		title: "Is it the right line in the app?",
		text: "A new phone, or setting it up again, makes a new line; the old one shows digits that no longer work. Wait for the next digits, and type them at once.",
	},
	{
		channels: ["push", "messenger"],
		title: "Open the app itself",
		text: "The prompt often waits inside. Notifications may be off, or silenced while the battery is low; and the app must be signed in on this phone.",
	},
	{
		channels: ["backup"],
		title: "Has this code been used?",
		text: "Each works once, and a new list makes all older ones worthless. Try the next one on the list, without spaces.",
	},
	{
		channels: ["key"],
		title: "Try another port or another browser",
		text: "Plug it in without an adapter, or hold it to the upper back of the phone. It is bound to the address it was set up at.",
	},
] as const satisfies readonly Check[];

export const clockTitle = "Is this device’s clock right?";
