"use client";
// Interaction: what this browser keeps is drawn here, for a page that came without a connection.
import { ageWords, momentWords } from "./clock-words";
import { useFormPhrases } from "./form-speech";
import { useKept } from "./kept-here";
import { useLink } from "./linking";
import { type Seen, seen } from "./seen";
import { StateWord } from "./shape";
import { useSpeech } from "./speech";
import { lookOfStatus } from "./tone";

export function SeenServices() {
	const services = useKept(seen) ?? [];
	const link = useLink();
	const { nav } = useSpeech().phrases;
	const { tryAgain, nothingSeen } = useFormPhrases().offline;
	return (
		<div className="grid gap-6">
			<p className="flex flex-wrap gap-2">
				<a href={link("/report")} className="button button-main">
					{nav.report}
				</a>
				<button type="button" onClick={() => location.reload()} className="button">
					{tryAgain}
				</button>
			</p>
			{services.length === 0 && <p className="max-w-measure">{nothingSeen}</p>}
			<List services={services} />
		</div>
	);
}

function List({ services }: { services: readonly Seen[] }) {
	const link = useLink();
	const { book, phrases } = useSpeech();
	const { lastRead } = useFormPhrases().offline;
	return (
		<ul className="grid">
			{first(services).map((one) => (
				<li key={one.service} className="grid gap-1 border-t border-rule py-4">
					<p className="flex flex-wrap items-baseline gap-x-3">
						<a href={link(`/services/${one.service}`)} className="link-ink text-l font-strong">
							{one.name}
						</a>
						<Was seen={one} />
					</p>
					<p lang={one.language} dir="auto" className="max-w-measure text-ink-2">
						{one.sentence}
					</p>
					<p className="text-s">
						{lastRead(momentWords(one.asOf, "day-time", undefined, book.language))}{" "}
						<b>{ageWords((Date.now() - Date.parse(one.asOf)) / 1000, phrases.statement.justNow, book.language)}</b>
					</p>
				</li>
			))}
		</ul>
	);
}

/** An old status wears no colour: it is not known whether it still holds. */
function Was({ seen: { state, restsOn } }: { seen: Seen }) {
	const { back } = useFormPhrases().offline;
	const { shape, word } = lookOfStatus({ state, restsOn }, useSpeech().book);
	return <StateWord look={{ shape, word: back(word), tone: "tone-past" }} />;
}

/** The one that was asked for stands first: the address is still its own. */
function first(services: readonly Seen[]): readonly Seen[] {
	const isAsked = ({ service }: Seen) => location.pathname === `/services/${service}`;
	return [...services.filter(isAsked), ...services.filter((one) => !isAsked(one))];
}
