import type { Overview } from "@/lib/overview";
import { Moment } from "./moment";
import { Section } from "./section";
import { ServiceGrid } from "./service-grid";
import { Shape } from "./shape";

/** In place of the overview when it could not be read: nothing is said of anybody. */
export function CannotTell({ overview: { services, lastGoodAt } }: { overview: Pick<Overview, "services" | "lastGoodAt"> }) {
	return (
		<>
			<div role="status" className="tone-unknown grid max-w-measure gap-2 border-t-2 border-tone bg-wash p-4">
				<p className="flex items-center gap-2 text-l font-strong text-tone">
					<Shape name="unknown" /> We can’t tell right now.
				</p>
				<p>
					Our own reading failed, so we say nothing about anybody.{" "}
					{lastGoodAt && (
						<>
							We last could on <Moment at={lastGoodAt} form="day-time" />.{" "}
						</>
					)}
					We try again every few seconds. A report sent now may have to wait in your browser until we can take it.
				</p>
			</div>
			{services.length > 0 && (
				<Section id="services" title="By service and channel" lead="Nothing here is a statement about a service until we can read again.">
					<ServiceGrid services={services} caption="Services and their channels" />
				</Section>
			)}
		</>
	);
}
