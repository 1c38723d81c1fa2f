import type { ReactNode } from "react";

/** Running text: one column, a size to read, air between paragraphs. */
export function Prose({ children }: { children: ReactNode }) {
	return (
		<div className="grid max-w-measure gap-4 [&_li]:ps-1 [&_ol]:grid [&_ol]:list-decimal [&_ol]:gap-2 [&_ol]:ps-5 [&_ul]:grid [&_ul]:list-disc [&_ul]:gap-2 [&_ul]:ps-5">
			{children}
		</div>
	);
}

export function PageTitle({ title, lead }: { title: string; lead: ReactNode }) {
	return (
		<div className="py-6">
			<h1 className="max-w-[26em] text-xl">{title}</h1>
			<p className="mt-2 max-w-measure text-ink-2">{lead}</p>
		</div>
	);
}
