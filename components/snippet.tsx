"use client";
// Interaction: a line of code is copied with one press. Without scripts it can be selected by hand.
import { useState } from "react";
import { useHydrated } from "./hydrated";

export function Snippet({ label, code }: { label: string; code: string }) {
	const hydrated = useHydrated();
	const [copied, setCopied] = useState(false);
	return (
		<div className="grid grid-cols-[minmax(0,1fr)] gap-1">
			<div className="flex items-center justify-between gap-4">
				<h3 className="text-s font-mid">{label}</h3>
				{hydrated && (
					<button
						type="button"
						onClick={() =>
							navigator.clipboard.writeText(code).then(
								() => setCopied(true),
								() => setCopied(false),
							)
						}
						className="button min-h-11 px-3 py-1 text-s"
					>
						<span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
					</button>
				)}
			</div>
			<pre className="rounded-control bg-sunken px-4 py-3 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]">
				<code>{code}</code>
			</pre>
		</div>
	);
}
