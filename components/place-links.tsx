// The pages of the carriers and countries that a slice names.
import type { Slice, SliceNames } from "@/lib/incident";

/** Of many the first few. */
const LINKS_MAX = 4;

export function PlaceLinks({ slice: { carrier, region }, names }: { slice: Slice; names: SliceNames }) {
	const places = [
		...(carrier ?? []).map((key) => ({ href: `/carriers/${key}`, name: names.carrier[key] ?? key })),
		...(region ?? []).map((code) => ({ href: `/regions/${code}`, name: names.region[code] ?? code })),
	];
	if (places.length === 0) return null;
	return (
		<ul className="flex flex-wrap gap-x-4 text-s">
			{places.slice(0, LINKS_MAX).map(({ href, name }) => (
				<li key={href}>
					<a href={href} className="link-ink inline-block py-0.5">
						{name}
					</a>
				</li>
			))}
		</ul>
	);
}
