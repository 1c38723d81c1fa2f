"use client";
// Interaction: the link to the page one is on is marked as such.
import { usePathname } from "next/navigation";

const places = [
	{ href: "/", label: "Overview" },
	{ href: "/incidents", label: "Incidents" },
	{ href: "/method", label: "Method" },
	{ href: "/widget", label: "Widget" },
] as const;

export function NavigationLinks({ className, linkClassName }: { className: string; linkClassName: string }) {
	const path = usePathname();
	return (
		<ul className={`${className} text-s`}>
			{places.map(({ href, label }) => (
				<li key={href} className="grid">
					<a
						href={href}
						aria-current={path === href ? "page" : undefined}
						className={`${linkClassName} text-ink-2 no-underline hover:text-ink hover:underline aria-[current]:font-mid aria-[current]:text-ink wide:aria-[current]:shadow-[inset_0_-2px_0_var(--ink)]`}
					>
						{label}
					</a>
				</li>
			))}
		</ul>
	);
}
