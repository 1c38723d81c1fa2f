// The mark: six dashes, three and three, the empty boxes of a code that never came.
export const dashes = [0, 16, 32, 60, 76, 92] as const;

export function Dashes({ className, waiting = false }: { className: string; waiting?: boolean }) {
	return (
		<svg viewBox="0 0 104 4" preserveAspectRatio="none" aria-hidden="true" className={className}>
			{waiting ? (
				dashes.map((x, place) => <rect key={x} x={x} width="12" height="4" fill="currentColor" className={waits[place]} />)
			) : (
				<path d={dashes.map((x) => `M${x} 0h12v4h-12z`).join("")} fill="currentColor" />
			)}
		</svg>
	);
}

/** Each dash a little after the one before it. */
const waits = [
	"dash-fill",
	"dash-fill [animation-delay:0.55s]",
	"dash-fill [animation-delay:0.7s]",
	"dash-fill [animation-delay:0.85s]",
	"dash-fill [animation-delay:1s]",
	"dash-fill [animation-delay:1.15s]",
] as const;

export function Brand() {
	return (
		<a
			href="/"
			aria-label="Undelivered, overview"
			className="inline-grid gap-[0.3rem] py-2 text-[1.1875rem] leading-none font-[720] tracking-[-0.012em] text-ink no-underline"
		>
			<span>Undelivered</span>
			<Dashes className="h-1 w-full" />
		</a>
	);
}
