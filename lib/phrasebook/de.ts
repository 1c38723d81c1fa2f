import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { figure, counted } = numbersOf("de");
const places = placesIn("de");

/** After „Code“: how it should have come. */
const by = {
	sms: "per SMS",
	call: "per Anruf",
	email: "per E-Mail",
	push: "per Push-Nachricht",
	authenticator: "aus der Authenticator-App",
	messenger: "per Messenger",
	backup: "aus der Liste der Backup-Codes",
	key: "vom Sicherheitsschlüssel",
} as const satisfies Record<Channel, string>;

export const people = counted({ one: "# Person", other: "# Personen" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "weniger als 1" : figure(Math.round(expected)));
const minutesOf = counted({ one: "in der letzten Minute", other: "in den letzten # Minuten" });
const had = counted({ one: "hatte", other: "hatten" });
const usualIs = counted({ one: "Üblich ist #.", other: "Üblich sind #." });
const place = (where: Where) => (where.length === 0 ? "an einigen Orten" : places(where));
const there = (where: Where | null) => (where === null ? "" : ` (${place(where)})`);
const from = ({ channel, service }: { channel: Channel; service: string }) => `Codes von ${service} ${by[channel]}`;
const failedOf = (failed: number, all: number) => `${figure(failed)} von ${people(all)}`;
const DAY = "in den letzten 24 Stunden";

export const de: Phrasebook = {
	language: "de",
	states: { calm: "Ruhig", raised: "Möglich", failing: "Gestört", unknown: "Unbekannt" },
	quiet: { silence: "Keine Meldungen", few: "Zu wenige Meldungen", doubt: "Unklar" },

	nobodyNew: ({ channel, minutes, where }) =>
		`Der Code ${by[channel]} kam bei vielen nicht an${there(where)}; ${minutesOf(minutes)} hat sich niemand mehr gemeldet.`,
	allCame: ({ channel, minutes, where, answered }) =>
		`Wer es ${minutesOf(minutes)} versucht hat (${people(answered)}), hat den Code ${by[channel]} bekommen; davor viele nicht${there(where)}.`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`${failedOf(missing, answered)}, die es ${minutesOf(minutes)} versucht haben, haben keinen Code ${by[channel]} bekommen.`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`${failedOf(failed, answered)}, die es ${minutesOf(minutes)} versucht haben, hatten Probleme mit dem Code ${by[channel]}.`,
	silence: ({ service }) => `${capital(DAY)} hat niemand etwas über ${service} gemeldet.`,
	lookedInto: "Wir haben die letzten Meldungen geprüft und kein Anzeichen einer Störung gefunden.",
	few: ({ failed, reporters }) =>
		failed === 0
			? `${capital(DAY)} haben sich ${people(reporters)} gemeldet und den Code bekommen: zu wenige für ein Urteil.`
			: `${failedOf(failed, reporters)} ${had(failed)} ${DAY} Probleme: zu wenige für ein Urteil.`,
	doubt: ({ failed, minutes, why }) => `Probleme hatten ${minutes === null ? DAY : minutesOf(minutes)}: ${people(failed)}; ${de.why(why)}.`,
	why(why) {
		if (why.kind === "ended") return "eine Moderatorin oder ein Moderator hat die Störung für beendet erklärt";
		if (why.kind === "not-yet") return "das ergibt bisher keine Störung";
		return `die Störung, die gegen ${clockTime(new Date(why.startedAt))} begann, scheint vorbei zu sein`;
	},
	fine: ({ arrived, reporters }) => `Kein Anzeichen von Problemen: ${failedOf(arrived, reporters)} haben ${DAY} ihren Code bekommen.`,
	ordinary: ({ failed }) => `Nichts Ungewöhnliches: Probleme hatten ${DAY} ${people(failed)}, wie an jedem Tag.`,
	unknown: ({ service }) => `Wir können gerade nicht sagen, ob Codes von ${service} ankommen.`,

	place,
	only: (where) => `Bisher nur: ${place(where)}; die Zahlen gelten für alle.`,
	usually: (expected) => (expected < 1 ? `Üblich ist ${usual(expected)}.` : usualIs(Math.round(expected))),
	started: (time) => `Begann gegen ${time}.`,
	ourFault: "Der Fehler liegt bei uns, nicht unbedingt dort.",
	lastReading: (time, sentence) => `Der letzte Stand, von ${time}: ${sentence}`,

	staySignedIn: {
		deed: "Wenn Sie noch irgendwo angemeldet sind, melden Sie sich nicht ab.",
		text: "Für die neue Anmeldung brauchen Sie vielleicht den Code, der nicht kommt.",
	},
	dontResend: {
		deed: "Fordern Sie nicht immer wieder einen neuen Code an.",
		text: "Ein neuer Code kann den vorigen ungültig machen, und zu viele Versuche können Sie aussperren. Wenn es sein muss, versuchen Sie es in einer halben Stunde noch einmal.",
	},
	fallbacks: {
		key: {
			deed: "Fügen Sie einen Sicherheitsschlüssel hinzu, wenn Sie noch in die Einstellungen kommen.",
			text: "Er braucht gar keinen Code.",
		},
		authenticator: {
			deed: "Fügen Sie eine Authenticator-App hinzu, wenn Sie noch in die Einstellungen kommen.",
			text: "Ihre Codes entstehen auf Ihrem Telefon; niemand muss sie zustellen.",
		},
		email: { deed: "Wenn Ihnen ein Code per E-Mail angeboten wird, nehmen Sie ihn.", text: "Sehen Sie auch im Spam-Ordner nach." },
		push: {
			deed: "Wenn Sie die App auf einem anderen Gerät haben, bestätigen Sie die Anmeldung dort.",
			text: "Bestätigen Sie nur, was Sie selbst begonnen haben.",
		},
		backup: { deed: "Nehmen Sie einen Backup-Code, falls Sie welche gespeichert haben.", text: "Jeder gilt einmal. Heben Sie einen auf." },
	},
	works: ({ came, answered, minutes }) => `Das hat ${minutesOf(minutes)} bei ${figure(came)} von ${figure(answered)} funktioniert.`,
	heldForIncident: (channel) => `Diesen Rat halten wir zurück: Auch bei Codes ${by[channel]} läuft gerade eine Störung.`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`Diesen Rat halten wir zurück: ${failedOf(failed, answered)} melden auch Probleme mit dem Code ${by[channel]}.`,

	widget: {
		title: (service) => `${service}: Kommen Codes an?`,
		calm: "Codes kommen an wie üblich.",
		quiet: "Niemand meldet Probleme.",
		cannotTell: "Wir können es gerade nicht sagen.",
		demo: "Demo",
		at: (time) => `Stand ${time}`,
		reportYours: "Selbst melden",
		whatPeopleReport: "Was andere melden",
		failing: (said) =>
			`${failedOf(said.failed, said.answered)} hatten ${minutesOf(said.minutes)} Probleme: ${from(said)}${said.where === null ? "" : `; gestört ist bisher nur: ${place(said.where)}`}.`,
		raised: (said) => `${from(said)} kommen vielleicht nicht an${there(said.where)}.`,
		fine: (said) => `Kein Anzeichen von Problemen: ${from(said)}.`,
		silent: (said) => `Keine Meldungen: ${from(said)}.`,
		doubt: (said) => `${from(said)}: Heute hatten mehr Menschen Probleme als üblich; das ergibt bisher keine Störung.`,
		few: (said) =>
			said.answered === 0
				? `${from(said)}: zu wenige Meldungen für ein Urteil.`
				: `${from(said)}: ${failedOf(said.failed, said.answered)} hatten Probleme; zu wenig für ein Urteil.`,
		unknown: (said) => `Wir können nicht sagen, ob ${from(said)} ankommen.`,
	},
};

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
