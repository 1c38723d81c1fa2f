import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { figure, counted } = numbersOf("de");
const people = counted({ one: "# Person", other: "# Personen" });
const usual = (expected: number) => (expected < 1 ? "weniger als 1" : figure(Math.round(expected)));

export const de: Phrases = {
	nav: {
		label: "Hauptmenü",
		skip: "Zur Seite springen",
		menu: "Menü",
		report: "Code melden",
		overview: "Überblick",
		incidents: "Störungen",
		carriers: "Netze",
		countries: "Länder",
		method: "Methode",
		widget: "Widget",
	},
	footer: {
		promise:
			"Undelivered verschickt nie SMS und fragt nie nach einem Code, einem Passwort oder einer Telefonnummer. Keine Werbung, nichts von Dritten, und kein Cookie, bevor Sie etwas melden.",
		howWeKnow: "Woher wir das wissen",
		privacy: "Datenschutz",
		languages: "Sprachen",
	},
	codes: {
		sms: "SMS-Codes",
		call: "Anrufe mit Code",
		email: "E-Mail-Codes",
		push: "Push-Nachrichten",
		authenticator: "Codes der Authenticator-App",
		messenger: "Messenger-Codes",
		backup: "Backup-Codes",
		key: "Sicherheitsschlüssel",
	},
	statement: {
		allServices: "Alle Dienste",
		keep: "Zu meinen Diensten nehmen",
		confirmedBy: { crowd: "nach der veröffentlichten Regel bestätigt um", moderator: "von der Moderation bestätigt um" },
		notConfirmed: "noch nicht bestätigt",
		whatToDo: "Was jetzt hilft",
		restsOn: "Beruht auf",
		rests: {
			incident: "einer offenen Störung",
			reports: "Meldungen von Menschen",
			silence: "dem Ausbleiben von Meldungen",
			few: "sehr wenigen Menschen",
			doubt: "Meldungen, die kein Bild ergeben",
			nothing: "nichts, das wir lesen konnten",
		},
		lastReport: "Letzte Meldung",
		read: "Stand",
		confidence: "Sicherheit",
		confidences: { confirmed: "Bestätigt", strong: "Deutlich, nicht bestätigt", early: "Noch früh" },
		networks: counted({ one: "# Netz", other: "# Netze" }),
		fault: "Ursache",
		causes: {
			service: "Der Dienst oder sein Versender",
			carrier: "Der Netzbetreiber",
			region: "Die Region",
			"shared-sender": "Ein Versender mehrerer Dienste",
			undetermined: "Unklar",
		},
		hereIsWhy: "warum",
		says: (service) => `${service} sagt`,
		stances: {
			silent: "Bisher nichts",
			denied: "Bestritten",
			partly_acknowledged: "Teilweise eingeräumt",
			admitted: "Eingeräumt",
			fixed: "Angeblich behoben",
		},
		nothingKnown: "Nichts, was wir wüssten",
		utc: "Zeiten in UTC",
		clockOf: (city) => `Zeiten wie in ${city}`,
		justNow: "gerade eben",
	},
	people: {
		none: "ohne Code",
		late: "verspätet oder abgelehnt",
		inTime: "rechtzeitig",
		usually: (expected) => `üblich: ${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`${people(answered)} zu „${codes}“: ${figure(none)} ohne Code, ${figure(late)} verspätet oder abgelehnt, ${figure(inTime)} rechtzeitig. Üblich sind ${usual(expected)} mit Problemen.`,
	},
	ask: { question: (service) => `Kam Ihr Code von ${service}?`, none: "Kein Code", late: "Verspätet oder abgelehnt", came: "Er kam" },
	advice: {
		lead: (service) => `Wenn ein Code von ${service} nicht kommt.`,
		heldBack: "Zurückgehalten:",
		ordinary: [
			{ deed: "Warten Sie fünf Minuten, bevor Sie neu anfordern.", text: "Ein neuer Code kann den vorigen ungültig machen." },
			{
				deed: "Nehmen Sie nur den neuesten Code.",
				text: "Wenn Sie zweimal angefordert haben, ist der erste wohl ungültig, auch wenn er zuletzt ankommt.",
			},
			{
				deed: "Sehen Sie nach, wo Codes verloren gehen.",
				text: "Spam-Ordner, blockierte Absender, volles Postfach, Telefon ohne Netz oder im Flugmodus.",
			},
		],
		signedOut: "Schon abgemeldet?",
		otherWay: (service) => `Wenn ${service} einen anderen Weg zum Code anbietet, nehmen Sie ihn. Sonst ist Warten das Sicherste.`,
		helpFrom: (service) => `Hilfe von ${service} selbst`,
		nobodyAsks: "Niemand hier fragt nach Ihrem Code oder Passwort. Wer anbietet, das für Sie zu „regeln“, ist hinter Ihrem Konto her.",
		orMe: "Oder liegt es an mir?",
		lookNearer: "Wenn von keinem Dienst Codes ankommen, sehen Sie zuerst nach Telefon und Netzbetreiber.",
		checks: "Kurze Prüfungen",
	},
};
