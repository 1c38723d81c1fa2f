"use client";
// Interaction: a person takes away everything that this browser keeps of ours, and is told what that was.
import { useRef, useState } from "react";
import { useHydrated } from "./hydrated";
import { forgetAll, keptWords } from "./kept-all";

export function ForgetButton() {
	const isHydrated = useHydrated();
	const [gone, setGone] = useState<readonly string[] | null>(null);
	const answer = useRef<HTMLDivElement>(null);
	const forget = () => {
		setGone(keptWords());
		forgetAll();
		answer.current?.focus();
	};
	return (
		<div className="grid gap-3">
			<p>
				Or here, at once: services you keep as yours, a form left in the middle, reports that wait to be sent, your last report with its
				receipt, and what was said of services you looked at. A report that waits is then never sent; one that was sent stays, and can no
				longer be changed from here. The pages kept for when you are offline have nothing of yours in them and stay. With scripts off there
				is no button here, and nothing is kept.
			</p>
			<div className="min-h-(--touch)">
				{isHydrated && (
					<button type="button" className="button" onClick={forget}>
						Forget everything kept on this device
					</button>
				)}
			</div>
			<div ref={answer} role="status" tabIndex={-1} className="outline-offset-4">
				{gone && <Gone gone={gone} />}
			</div>
		</div>
	);
}

function Gone({ gone }: { gone: readonly string[] }) {
	const left = keptWords();
	if (left.length > 0) return <p>Your browser did not let us take everything away. “Clear site data” in its settings does.</p>;
	if (gone.length === 0) return <p>Nothing was kept here. Now nothing is.</p>;
	return (
		<>
			<p>
				<b>Forgotten:</b>
			</p>
			<ul>
				{gone.map((words) => (
					<li key={words}>{words}</li>
				))}
			</ul>
		</>
	);
}
