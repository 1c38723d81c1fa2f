import type { Phrases } from "./phrases";

export function Footer({ phrases: { nav, footer } }: { phrases: Pick<Phrases, "nav" | "footer"> }) {
	const places = [
		{ href: "/method", label: footer.howWeKnow },
		{ href: "/privacy", label: footer.privacy },
		{ href: "/api/v1/openapi.json", label: "API" },
		{ href: "/widget", label: nav.widget },
	];
	return (
		<footer className="mt-6 border-t border-rule pt-8 pb-12 text-s text-ink-2">
			<div className="frame grid gap-4">
				<p className="max-w-measure">{footer.promise}</p>
				<ul className="flex flex-wrap gap-x-5 gap-y-1">
					{places.map(({ href, label }) => (
						<li key={href}>
							<a href={href} className="inline-block py-1 text-ink-2">
								{label}
							</a>
						</li>
					))}
				</ul>
			</div>
		</footer>
	);
}
