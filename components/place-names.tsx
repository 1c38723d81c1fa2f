// Many places by name, in columns: each a link.
import type { Named } from "@/lib/incident-list";

export function PlaceNames({ places, base }: { places: readonly Named[]; base: "/carriers" | "/regions" }) {
	return (
		<ul className="columns-2 gap-x-6 text-s wide:columns-3">
			{places.map(({ key, name }) => (
				<li key={key} className="break-inside-avoid">
					<a href={`${base}/${key}`} className="link-ink inline-block py-1.5 [overflow-wrap:anywhere]">
						{name}
					</a>
				</li>
			))}
		</ul>
	);
}
