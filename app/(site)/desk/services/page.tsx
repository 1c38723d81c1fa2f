import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPerson, isSessionUnread } from "@/app/_http/auth";
import { HeldService } from "@/components/held-service";
import { SessionNotRead } from "@/components/not-read";
import { mayEnterDesk } from "@/lib/access";
import { categories } from "@/lib/catalog/catalog";
import { house } from "@/lib/house";
import { REASON_LENGTH_MAX } from "@/lib/listing";
import { channels } from "@/lib/report";
import { decideService } from "./actions";

export const metadata: Metadata = { title: "Suggested services", robots: { index: false } };

export default async function SuggestedServicesPage({ searchParams }: { searchParams: Promise<{ decided?: string | string[] }> }) {
	const person = await currentPerson();
	if (person === null && (await isSessionUnread()))
		return (
			<div className="frame py-12">
				<SessionNotRead />
			</div>
		);
	if (!mayEnterDesk(person)) redirect("/sign-in");
	const { decided } = await searchParams;
	const held = await house().listing.held();
	return (
		<div className="frame grid gap-6 py-6">
			<p>
				<a href="/desk">Desk</a>
			</p>
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
