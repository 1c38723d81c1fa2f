"use client";
// Interaction: what this browser keeps is drawn here, for a page that came without a connection.
import { ageWords } from "./clock-words";
import { useKept } from "./kept-here";
import { Moment } from "./moment";
import { type Seen, seen } from "./seen";
import { StateWord } from "./shape";
import { lookOfStatus } from "./tone";

export function SeenServices() {
	const services = useKept(seen) ?? [];
	return (
		<div className="grid gap-6">
			<p className="flex flex-wrap gap-2">
				<a href="/report" className="button button-main">
					Report a code
				</a>
				<button type="button" onClick={() => location.reload()} className="button">
					Try again
				</button>
			</p>
			{services.length === 0 && <p className="max-w-measure">This browser has not looked at any service yet.</p>}
			<List services={services} />
		</div>
	);
}

function List({ services }: { services: readonly Seen[] }) {
	return (
		<ul className="grid">
			{first(services).map((one) => (
				<li key={one.service} className="grid gap-1 border-t border-rule py-4">
					<p className="flex flex-wrap items-baseline gap-x-3">
						<a href={`/services/${one.service}`} className="link-ink text-l font-strong">
							{one.name}
						</a>
						<Was seen={one} />
					</p>
					<p className="max-w-measure text-ink-2">{one.sentence}</p>
					<p className="text-s">
						We last read this at <Moment at={one.asOf} form="day-time" />; that is{" "}
						<b>{ageWords((Date.now() - Date.parse(one.asOf)) / 1000, "just now", "en")}</b>.
					</p>
				</li>
			))}
		</ul>
	);
}

/** An old status wears no colour: it is not known whether it still holds. */
function Was({ seen: { state, restsOn } }: { seen: Seen }) {
	const { shape, word } = lookOfStatus({ state, restsOn });
	return <StateWord look={{ shape, word: `Then: ${word}`, tone: "tone-past" }} />;
}

/** The one that was asked for stands first: the address is still its own. */
function first(services: readonly Seen[]): readonly Seen[] {
	const isAsked = ({ service }: Seen) => location.pathname === `/services/${service}`;
	return [...services.filter(isAsked), ...services.filter((one) => !isAsked(one))];
}
