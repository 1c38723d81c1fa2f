import type { ServiceSummary } from "@/lib/overview";

/** What rests on the demo is marked by the same dashed line as the note above the page. */
export function ServiceHead({ service }: { service: ServiceSummary }) {
	return (
		<th scope="row" className="!font-text [overflow-wrap:anywhere]">
			<a href={`/services/${service.slug}`} className={`link-ink ${service.demo ? "decoration-dashed" : ""}`}>
				{service.name}
			</a>
			{service.demo && <span className="sr-only"> (demo)</span>}
		</th>
	);
}
