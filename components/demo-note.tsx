import type { Phrases } from "./phrases";
import { english } from "./speeches";

/** Beside a name in a list that rests on reports which were played in. */
export function DemoMark() {
	return (
		<small className="rounded-slot border border-dashed border-rule-strong px-1.5 py-px text-xs font-text whitespace-nowrap text-ink-2">
			Demo
		</small>
	);
}

/** Above everything that rests on reports which were played in. */
export function DemoNote({ phrases = english.phrases }: { phrases?: Pick<Phrases, "demo"> }) {
	return (
		<p className="border-b border-dashed border-rule-strong bg-sunken text-xs text-ink-2">
			<span className="frame block py-1.5">{phrases.demo}</span>
		</p>
	);
}
