import type { Service } from "@/lib/catalog/catalog";
import type { ServiceSummary } from "@/lib/overview";

type SearchMatchesProps = { query: string; matches: readonly Service[]; services: readonly ServiceSummary[] };

/** Under the search box: what the word may mean, or who is most reported when nothing was asked. */
export function SearchMatches({ query, matches, services }: SearchMatchesProps) {
	if (query === "") {
		const busiest = services.filter((service) => service.reporters > 0).slice(0, 4);
		return (
			<p className="mt-2 text-s text-ink-2">
				{busiest.length === 0 ? "The name of a service, as you know it." : "Most reported now: "}
				<Names services={busiest} />
			</p>
		);
	}
	if (matches.length === 0)
		return (
			<p role="status" className="mt-3 max-w-measure">
				We don’t know a service called “{query}” yet. Is it spelled as on its own page? All the services we know stand{" "}
				<a href="#services">below</a>.
			</p>
		);
	return (
		<div role="status" className="mt-3">
			<p className="text-s text-ink-2">Did you mean</p>
			<ul className="max-w-measure">
				{matches.map((service) => (
					<li key={service.slug} className="border-b border-rule">
						<a href={`/services/${service.slug}`} className="flex min-h-11 items-baseline justify-between gap-4 py-2">
							<b>{service.name}</b>
							<span className="text-s text-ink-2">{service.domain}</span>
						</a>
					</li>
				))}
			</ul>
		</div>
	);
}

function Names({ services }: { services: readonly ServiceSummary[] }) {
	return services.map((service, place) => (
		<span key={service.slug}>
			{place > 0 && ", "}
			<a href={`/services/${service.slug}`}>{service.name}</a>
		</span>
	));
}
