import { startAuthentication, startRegistration } from "@simplewebauthn/browser";

export type PasskeyAction = "authenticate" | "register";

/** `left`: the person thought better of it, or has none here. */
export type PasskeyOutcome = { tag: "done" } | { tag: "left" } | { tag: "problem"; problem: string };

const refused = {
	authenticate: "This passkey opens nothing here. It may have been removed. Ask for a link instead.",
	register: "The passkey was not kept. Load this page again, then add it.",
} as const satisfies Record<PasskeyAction, string>;

const UNREACHED = "We could not be reached. Try again in a moment.";

/** Asks us for a challenge, the person for a passkey, and us again whether it fits. Never throws. */
export async function callPasskey(action: PasskeyAction): Promise<PasskeyOutcome> {
	try {
		const asked = await fetch(`/api/auth/webauthn-options/passkey?action=${action}`, { cache: "no-store" });
		if (!asked.ok) return problem(await problemOf(asked, action));
		const { options } = await asked.json();
		const proof = await prove(action, options);
		return "tag" in proof ? proof : await send(action, proof.answer);
	} catch {
		return problem(UNREACHED);
	}
}

async function prove(action: PasskeyAction, options: Parameters<typeof startRegistration>[0] & Parameters<typeof startAuthentication>[0]) {
	try {
		return { answer: JSON.stringify(action === "register" ? await startRegistration(options) : await startAuthentication(options)) };
	} catch (error) {
		return outcomeOf(error);
	}
}

/** WebAuthn's own names of what went wrong; it does not tell cancelling from having none. */
function outcomeOf(error: unknown): PasskeyOutcome {
	const name = error instanceof Error ? error.name : "";
	if (name === "NotAllowedError" || name === "AbortError") return { tag: "left" };
	if (name === "InvalidStateError") return problem("This device has a passkey for your account already.");
	return problem("This browser could not use a passkey here. A link always works.");
}

async function send(action: PasskeyAction, answer: string): Promise<PasskeyOutcome> {
	const answered = await fetch("/api/auth/callback/passkey", {
		method: "POST",
		headers: { "X-Auth-Return-Redirect": "1" },
		body: new URLSearchParams({ action, data: answer, callbackUrl: "/desk" }),
	});
	if (!answered.ok) return problem(await problemOf(answered, action));
	const { url } = await answered.json();
	return new URL(url, window.location.href).searchParams.has("error") ? problem(refused[action]) : { tag: "done" };
}

async function problemOf(answer: Response, action: PasskeyAction): Promise<string> {
	if (answer.status >= 500) return "Something broke on our side. Try again in a moment.";
	return answer.status === 429 ? (await answer.json()).detail : refused[action];
}

function problem(sentence: string): PasskeyOutcome {
	return { tag: "problem", problem: sentence };
}
