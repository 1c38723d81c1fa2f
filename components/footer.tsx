const places = [
	{ href: "/method", label: "How we know" },
	{ href: "/privacy", label: "Privacy" },
	{ href: "/api/v1/openapi.json", label: "API" },
	{ href: "/widget", label: "Widget" },
] as const;

export function Footer() {
	return (
		<footer className="mt-6 border-t border-rule pt-8 pb-12 text-s text-ink-2">
			<div className="frame grid gap-4">
				<p className="max-w-measure">
					Undelivered never sends SMS and will never ask you for a code, a password or a phone number. No advertising, nothing loaded from
					anyone else, and no cookie until you report something.
				</p>
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
