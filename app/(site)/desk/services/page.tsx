import type { Metadata } from "next";
import { DeskDoor } from "@/app/_http/desk-door";
import { HeldService } from "@/components/held-service";
import { categories } from "@/lib/catalog/catalog";
import { house } from "@/lib/house";
import { REASON_LENGTH_MAX } from "@/lib/listing";
import { channels } from "@/lib/report";
import { decideService } from "./actions";

export const metadata: Metadata = { title: "Suggested services", robots: { index: false } };

type Search = { decided?: string | string[] };

export default function SuggestedServicesPage({ searchParams }: { searchParams: Promise<Search> }) {
	return <DeskDoor room={async () => ({ room: await suggestionsOf(await searchParams) })} />;
}

async function suggestionsOf({ decided }: Search) {
	const held = await house().listing.held();
	return (
		<div className="grid gap-6 py-6">
			<h1 className="text-xl">Suggested services</h1>
			<p className="max-w-measure text-ink-2">
				Look whether each is what its domain says, and sends codes. What people reported is kept, and counts once you list it.
			</p>
			{decided !== undefined && <Decided id={Number(decided)} />}
			{held.length === 0 && <p>Nothing waits.</p>}
			<ul className="grid gap-6">
				{held.map((one) => (
					<HeldService
						key={one.id}
						held={one}
						choices={{ categories, channels, reasonLengthMax: REASON_LENGTH_MAX }}
						action={decideService}
					/>
				))}
			</ul>
		</div>
	);
}

/** What became of the one decided last: anybody can ask about any. */
function Decided({ id }: { id: number }) {
	const service = house().catalog.serviceOfId(id);
	if (!service) return <p role="status">That one waits no longer.</p>;
	return (
		<p role="status">
			<a href={`/services/${service.slug}`}>{service.name}</a> is listed, with what people reported.
		</p>
	);
}
