"use client";
// Interaction: the link to the page one is on is marked as such.
import { usePathname } from "next/navigation";
import { useSpeech } from "./speech";

const places = [
	{ href: "/", name: "overview" },
	{ href: "/incidents", name: "incidents" },
	{ href: "/carriers", name: "carriers" },
	{ href: "/regions", name: "countries" },
	{ href: "/method", name: "method" },
	{ href: "/widget", name: "widget" },
] as const;

export function NavigationLinks({ className, linkClassName }: { className: string; linkClassName: string }) {
	const path = usePathname();
	const { nav } = useSpeech().phrases;
	return (
		<ul className={`${className} text-s`}>
			{places.map(({ href, name }) => (
				<li key={href} className="grid">
					<a
						href={href}
						aria-current={path === href ? "page" : undefined}
						className={`${linkClassName} text-ink-2 no-underline hover:text-ink hover:underline aria-[current]:font-mid aria-[current]:text-ink wide:aria-[current]:shadow-[inset_0_-2px_0_var(--ink)]`}
					>
						{nav[name]}
					</a>
				</li>
			))}
		</ul>
	);
}
