// The services nobody spoke of: names by kind, without a cell for every channel, so that a long list stays a short page.
import { categories } from "@/lib/catalog/catalog";
import type { ServiceSummary } from "@/lib/overview";

export function QuietServices({ services }: { services: readonly ServiceSummary[] }) {
	const isRead = services.every((service) => service.state !== "unknown");
	return (
		<details className="border-b border-rule">
			<summary className="py-3 text-s font-mid text-act">
				{services.length} more{isRead && ", without a report in the last 24 hours"}
			</summary>
			<div className="grid gap-4 pb-4">
				{categories.map((category) => (
					<Kind key={category} name={category} services={services.filter((service) => service.category === category)} />
				))}
			</div>
		</details>
	);
}

function Kind({ name, services }: { name: string; services: readonly ServiceSummary[] }) {
	if (services.length === 0) return null;
	return (
		<section>
			<h3 className="mb-1 text-s font-strong first-letter:uppercase">{name}</h3>
			<ul className="flex flex-wrap gap-x-4 text-s">
				{[...services].sort(byName).map((service) => (
					<li key={service.slug}>
						<a href={`/services/${service.slug}`} className="link-ink inline-block py-1">
							{service.name}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}

const collator = new Intl.Collator("en");

function byName(one: ServiceSummary, other: ServiceSummary): number {
	return collator.compare(one.name, other.name);
}
