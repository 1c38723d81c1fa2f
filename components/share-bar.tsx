/** A share in ink, or in the tone around it when that is an incident's; the hair is the usual share, where there is one. */
export function ShareBar({ share, usual = null }: { share: number; usual?: number | null }) {
	const percent = (part: number) => `${(100 * Math.min(1, Math.max(0, part))).toFixed(1)}%`;
	return (
		<svg width="100%" height="19" aria-hidden="true" className="block min-w-12">
			<rect y="4" width="100%" height="11" rx="1" fill="var(--sunken)" />
			<rect y="4" width={percent(share)} height="11" rx="1" fill="var(--excess)" />
			{usual !== null && (
				<>
					<rect x={percent(usual)} width="3.5" height="19" transform="translate(-1.75 0)" fill="var(--paper)" />
					<rect x={percent(usual)} width="2" height="19" transform="translate(-1 0)" fill="var(--ink-2)" />
				</>
			)}
		</svg>
	);
}
