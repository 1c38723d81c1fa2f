import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { PageTitle } from "@/components/prose";
import { WorldFace } from "@/components/world-face";
import { namesOf } from "@/lib/catalog/names";
import { house } from "@/lib/house";
import { ofWorld } from "@/lib/places-of";

export const metadata: Metadata = foundAs({
	path: "/regions",
	title: "Countries",
	description: "A map of the world: where do verification codes fail, and for how many of those who answered?",
});

export default async function RegionsPage() {
	const { catalog, readings } = house();
	const [book, overview] = await Promise.all([readings.places(), readings.overview()]);
	return (
		<div className="frame">
			<PageTitle
				title="Countries"
				lead="Where people told us that a code failed, or came, whatever the service. The stronger the ink, the more of them failed."
			/>
			<WorldFace
				book={book}
				counts={book && ofWorld(book.services.values())}
				countries={catalog.countries}
				nameOf={namesOf(catalog).region}
				demo={overview.services.some(({ slug, demo }) => demo && book?.services.has(slug))}
			/>
		</div>
	);
}
