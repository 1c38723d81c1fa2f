// Which of five steps of ink does a share of failures take? The words of the key, and the classes of globals.css.

export const heatSteps = [
	{ from: 0, words: "under 15%", className: "heat-1", fill: "var(--heat-1)", ink: "var(--on-heat-low)" },
	{ from: 0.15, words: "15–39", className: "heat-2", fill: "var(--heat-2)", ink: "var(--on-heat-low)" },
	{ from: 0.4, words: "40–59", className: "heat-3", fill: "var(--heat-3)", ink: "var(--on-heat-low)" },
	{ from: 0.6, words: "60–74", className: "heat-4", fill: "var(--heat-4)", ink: "var(--on-heat-high)" },
	{ from: 0.75, words: "75 and more", className: "heat-5", fill: "var(--heat-5)", ink: "var(--on-heat-high)" },
] as const;

export function heatStepOf(share: number): (typeof heatSteps)[number] {
	return heatSteps.findLast(({ from }) => share >= from) ?? heatSteps[0];
}

/** "81%"; a share that is not nothing is not called so. */
export function percent({ failed, answered }: { failed: number; answered: number }): string {
	const whole = Math.round((100 * failed) / answered);
	return whole === 0 && failed > 0 ? "<1%" : `${whole}%`;
}
