import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { foundAs } from "@/app/_http/found";
import { readNonce } from "@/app/_http/nonce";
import { type OverviewQuery, overviewChoiceOf } from "@/app/_http/overview-choice";
import { readSparks } from "@/app/_http/overview-sparks";
import { DemoNote } from "@/components/demo-note";
import { MyServicesRoom } from "@/components/my-services-room";
import { Overview } from "@/components/overview";
import { SearchBox } from "@/components/search-box";
import { SearchMatches } from "@/components/search-matches";
import { namesOf } from "@/lib/catalog/names";
import { house } from "@/lib/house";

const TITLE = "Undelivered: which code isn’t coming?";

/** Every choice has this one address for whoever lists pages: what is narrowed is part of what stands here. */
export const metadata: Metadata = {
	...foundAs({
		path: "/",
		title: TITLE,
		description: "Where people report that a verification code never came, and everyone can see what is failing.",
	}),
	title: { absolute: TITLE },
};

const MATCHES_MAX = 8;

export default async function OverviewPage({ searchParams }: { searchParams: Promise<OverviewQuery> }) {
	const { catalog, readings } = house();
	const choice = overviewChoiceOf(await searchParams, catalog);
	const { query } = choice;
	const meant = query === "" ? null : catalog.meantService(query);
	if (meant) redirect(`/services/${meant.slug}`);
	const [overview, places] = await Promise.all([readings.overview(), readings.places()]);
	return (
		<>
			{overview.services.some((service) => service.demo) && <DemoNote />}
			<div className="frame">
				<div className="grid gap-6 pt-8 pb-6 wide:grid-cols-[minmax(0,1fr)_17rem] wide:gap-12">
					<div>
						<h1 className="mb-4 text-xxl font-[640] tracking-[-0.018em]">Which code isn’t coming?</h1>
						<SearchBox query={query} narrowing={choice.narrowing} />
						<SearchMatches
							query={query}
							matches={query === "" ? [] : catalog.searchServices(query, MATCHES_MAX)}
							services={overview.services}
						/>
					</div>
					<SayIt />
				</div>
				<MyServicesRoom overview={overview} nonce={await readNonce()} />
				<Overview
					overview={overview}
					choice={choice}
					sparks={await readSparks(overview)}
					places={places}
					countryName={namesOf(catalog).region}
				/>
			</div>
		</>
	);
}

function SayIt() {
	return (
		<aside className="hidden content-start gap-2 border-t-2 border-ink pt-3 text-s wide:grid">
			<h2 className="text-m leading-[1.4]">Yours didn’t come?</h2>
			<p>
				<a href="/report">Say so in three taps</a>. No account, no phone number. And if it did come, say that too: without it nobody can
				tell a fault from a crowd.
			</p>
		</aside>
	);
}
