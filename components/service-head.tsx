import type { ServiceSummary } from "@/lib/overview";
import { KeepButton } from "./keep-button";

/** The heads of a row's first two columns. */
export function ServiceColumns() {
	return (
		<>
			<th scope="col" className="w-[27%] wide:w-48">
				Service
			</th>
			<th scope="col" className="w-11 !p-0">
				<span className="sr-only">Keep</span>
			</th>
		</>
	);
}

/** What rests on the demo is marked by the same dashed line as the note above the page. */
export function ServiceHead({ service }: { service: ServiceSummary }) {
	return (
		<>
			<th scope="row" className="!align-middle !font-text [overflow-wrap:anywhere]">
				<a href={`/services/${service.slug}`} className={`link-ink ${service.demo ? "decoration-dashed" : ""}`}>
					{service.name}
				</a>
				{service.demo && <span className="sr-only"> (demo)</span>}
			</th>
			<td className="!p-0 !align-middle">
				<KeepButton slug={service.slug} name={service.name} isBare />
			</td>
		</>
	);
}
