"use client";
// Interaction: the browser asks for a finger, a face or a PIN, which no form can. It says so where it cannot, and nobody
// needs it: a link by e-mail always works.
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useState } from "react";
import { useHydrated } from "./hydrated";
import { callPasskey, type PasskeyAction, type PasskeyOutcome } from "./passkey-ceremony";

type PasskeyButtonProps = { action: PasskeyAction; label: string; leadsTo: string; className?: string };

export function PasskeyButton({ action, label, leadsTo, className = "" }: PasskeyButtonProps) {
	const [outcome, setOutcome] = useState<PasskeyOutcome | "asking" | null>(null);
	const canUse = useHydrated() && browserSupportsWebAuthn();
	const press = async () => {
		setOutcome("asking");
		const said = await callPasskey(action);
		setOutcome(said);
		if (said.tag === "done") window.location.assign(leadsTo);
	};
	return (
		<div className="grid gap-2">
			<button type="button" onClick={press} disabled={!canUse || outcome === "asking"} className={`button noscript:hidden ${className}`}>
				{label}
			</button>
			<Outcome outcome={outcome} />
			<WhyNot canUse={canUse} />
		</div>
	);
}

function Outcome({ outcome }: { outcome: PasskeyOutcome | "asking" | null }) {
	if (outcome === "asking")
		return (
			<p role="status" className="text-s text-ink-2">
				Your browser is asking you.
			</p>
		);
	if (outcome?.tag === "left")
		return (
			<p role="status" className="text-s text-ink-2">
				No passkey was used, and nothing has changed.
			</p>
		);
	if (outcome?.tag !== "problem") return null;
	return (
		<p role="alert" className="tone-failing border-t-2 border-tone bg-wash p-4">
			{outcome.problem}
		</p>
	);
}

function WhyNot({ canUse }: { canUse: boolean }) {
	const isHydrated = useHydrated();
	if (isHydrated && !canUse) return <p className="text-s text-ink-2">This browser has no passkeys at this address.</p>;
	return <p className="hidden text-s text-ink-2 noscript:block">A passkey needs scripts; a link does not.</p>;
}
