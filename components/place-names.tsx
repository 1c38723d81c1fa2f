// Many places by name, in columns: each a link.

export function PlaceNames({ places, base }: { places: readonly { key: string; name: string }[]; base: "/carriers" | "/regions" }) {
	return (
		<ul className="columns-2 gap-x-6 text-s wide:columns-3">
			{places.map(({ key, name }) => (
				<li key={key} className="break-inside-avoid">
					<a href={`${base}/${key}`} className="link-ink flex min-h-11 items-center wide:min-h-8 [overflow-wrap:anywhere]">
						{name}
					</a>
				</li>
			))}
		</ul>
	);
}
