// Where one is: the way down to a page of a place.

type Step = { href: string; name: string };

export function PlaceTrail({ steps }: { steps: readonly Step[] }) {
	return (
		<nav aria-label="Where you are" className="text-s">
			<ol className="flex flex-wrap gap-x-2">
				{steps.map(({ href, name }, place) => (
					<li key={href} className="flex gap-x-2">
						{place > 0 && (
							<span aria-hidden="true" className="py-1 text-ink-3">
								/
							</span>
						)}
						<a href={href} className="inline-block py-1">
							{name}
						</a>
					</li>
				))}
			</ol>
		</nav>
	);
}
