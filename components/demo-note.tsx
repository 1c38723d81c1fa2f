/** Beside a name in a list that rests on reports which were played in. */
export function DemoMark() {
	return (
		<small className="rounded-slot border border-dashed border-rule-strong px-1.5 py-px text-xs font-text whitespace-nowrap text-ink-2">
			Demo
		</small>
	);
}

/** Above everything that rests on reports which were played in. */
export function DemoNote() {
	return (
		<p lang="en" dir="ltr" className="border-b border-dashed border-rule-strong bg-sunken text-xs text-ink-2">
			<span className="frame block py-1.5">Demo. These reports were played in to show how this page works; they are nobody’s.</span>
		</p>
	);
}
