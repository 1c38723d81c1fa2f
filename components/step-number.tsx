/** Which of the three taps this is: for the eye, which sees where it stands. */
export function StepNumber({ children, className = "text-ink-3" }: { children: string; className?: string }) {
	return (
		<span aria-hidden="true" className={`me-[0.45rem] font-strong ${className}`}>
			{children}
		</span>
	);
}
