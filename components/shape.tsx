// The outlines of the states. They differ in silhouette, so they survive greyscale, 12 px and colour blindness.
import type { ReactNode } from "react";
import type { Look, ShapeName } from "./tone";

const shapeNames = ["calm", "possible", "failing", "unknown", "quiet", "resolved", "retracted"] as const satisfies readonly ShapeName[];

/** The drawings, once per page; every shape on it refers to them. */
export function ShapeDefinitions() {
	return (
		<svg width="0" height="0" aria-hidden="true" className="absolute">
			{shapeNames.map((name) => (
				<symbol key={name} id={`shape-${name}`} viewBox="0 0 16 16">
					{drawings[name]}
				</symbol>
			))}
			<ShapeHatches />
		</svg>
	);
}

/** In a chart: trouble that nobody had noticed yet, by what became of it. */
export function ShapeHatches() {
	return (
		<>
			<Hatch name="failing" wash="var(--failing-wash)" line="var(--failing-line)" />
			<Hatch name="possible" wash="var(--possible-wash)" line="var(--possible-line)" />
			<Hatch name="resolved" wash="var(--sunken)" line="var(--rule-strong)" />
		</>
	);
}

function Hatch({ name, wash, line }: { name: ShapeName; wash: string; line: string }) {
	return (
		<pattern id={`hatch-${name}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
			<rect width="5" height="5" fill={wash} />
			<path d="M0 0v5" stroke={line} strokeWidth="1.4" />
		</pattern>
	);
}

export function Shape({ name, className = "size-[1.05em]" }: { name: ShapeName; className?: string }) {
	return (
		<svg aria-hidden="true" className={`flex-none ${className}`}>
			<use href={`#shape-${name}`} />
		</svg>
	);
}

/** A state as a shape and a word in one colour. */
export function StateWord({ look, word = look.word, className = "" }: { look: Look; word?: string; className?: string }) {
	return (
		<span className={`${look.tone} inline-flex items-baseline gap-[0.45em] font-strong text-tone whitespace-nowrap ${className}`}>
			<Shape name={look.shape} className="size-[1.05em] translate-y-[0.16em]" />
			<span>{word}</span>
		</span>
	);
}

/** Each on a field of 16 by 16; what is inside a filled shape is cut out in paper. */
export const drawings: Record<ShapeName, ReactNode> = {
	calm: (
		<>
			<circle cx="8" cy="8" r="7.25" fill="currentColor" />
			<path d="M4.5 8.4 7 10.8l4.5-5.2" fill="none" stroke="var(--paper)" strokeWidth="1.9" />
		</>
	),
	possible: (
		<>
			<path d="M8 .9 15.6 14.7H.4z" fill="currentColor" />
			<path d="M8 5.8v4.3m0 1.5v1.7" stroke="var(--paper)" strokeWidth="1.9" />
		</>
	),
	failing: (
		<>
			<rect x="1" y="1" width="14" height="14" rx="1.6" fill="currentColor" />
			<path d="m4.9 4.9 6.2 6.2m0-6.2-6.2 6.2" stroke="var(--paper)" strokeWidth="2" />
		</>
	),
	unknown: (
		<>
			<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="3.1 2.08" />
			<circle cx="8" cy="8" r="1.5" fill="currentColor" />
		</>
	),
	quiet: <rect x="4.2" y="2" width="7.6" height="12" rx="1.4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
	resolved: (
		<>
			<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
			<path d="m4.9 8.3 2.2 2.2 4-4.7" fill="none" stroke="currentColor" strokeWidth="1.8" />
		</>
	),
	retracted: (
		<>
			<rect x="1.9" y="1.9" width="12.2" height="12.2" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
			<path d="M3 13 13 3" stroke="currentColor" strokeWidth="1.8" />
		</>
	),
};
