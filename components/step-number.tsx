/** Which of the three taps this is. */
export function StepNumber({ children, className = "text-ink-3" }: { children: string; className?: string }) {
	return <span className={`me-[0.45rem] font-strong ${className}`}>{children}</span>;
}
