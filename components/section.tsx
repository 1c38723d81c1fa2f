// A section is a hairline, its name and its window in the margin, and the matter beside it. Rules, not boxes.
import type { ReactNode } from "react";

type SectionProps = { title: string; id?: string; lead?: ReactNode; tools?: ReactNode; isDense?: boolean; children: ReactNode };

/** `isDense`: among others that are a row or two. */
export function Section({ title, id, lead, tools, isDense = false, children }: SectionProps) {
	return (
		<section
			id={id}
			className={`grid grid-cols-[minmax(0,1fr)] gap-4 ${isDense ? "py-6" : "py-8 pb-12"} not-first:border-t not-first:border-rule wide:grid-cols-[var(--margin-column)_minmax(0,1fr)] wide:gap-12`}
		>
			<header className="grid content-start gap-1">
				<h2 className="text-l wide:text-m wide:leading-[1.4] wide:tracking-normal">{title}</h2>
				{lead && <p className="text-s text-ink-2">{lead}</p>}
				{tools && <div className="flex flex-wrap gap-x-4 text-s wide:mt-2 wide:flex-col [&_a]:inline-block [&_a]:py-1">{tools}</div>}
			</header>
			<div className="min-w-0">{children}</div>
		</section>
	);
}
