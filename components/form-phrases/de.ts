import { NOTE_LENGTH_MAX } from "@/lib/note";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { FormPhrases } from "../form-phrases";

const { counted } = numbersOf("de");
const seconds = counted({ one: "eine Sekunde", other: "# Sekunden" });

export const de: FormPhrases = {
	lead: "Dreimal tippen, wenn wir richtig raten. Kein Konto, keine Telefonnummer.",
	codeFrom: "Code von",
	change: "Ändern",
	who: "Wer hätte den Code schicken sollen?",
	how: "Wie hätte er kommen sollen?",
	anotherWay: "Ein anderer Weg",
	what: "Was ist passiert?",
	when: "Wann haben Sie es zuletzt versucht?",
	tried: { 0: "Gerade eben", 30: "In der letzten Stunde", 360: "Heute früher" },
	channels: {
		sms: { name: "SMS", hint: "Textnachricht" },
		call: { name: "Anruf", hint: "eine Stimme liest ihn vor" },
		email: { name: "E-Mail", hint: null },
		push: { name: "Push-Nachricht", hint: "in der App bestätigen" },
		authenticator: { name: "Authenticator-App", hint: "wechselnde Ziffern" },
		messenger: { name: "Messenger", hint: "WhatsApp, Viber und Ähnliche" },
		backup: { name: "Backup-Code", hint: "aus Ihrer aufbewahrten Liste" },
		key: { name: "Sicherheits\u00adschlüssel", hint: "USB oder NFC" },
	},
	symptoms: {
		missing: { name: "Er kam nie an", hint: null },
		late: { name: "Er kam zu spät", hint: null },
		rejected: { name: "Er kam und wurde abgelehnt", hint: null },
		blocked: { name: "Ich wurde vorher aufgehalten, es ging kein Code los", hint: "„Später erneut versuchen“, „Nummer nicht unterstützt“" },
		arrived: { name: "Er kam rechtzeitig", hint: "Das hilft genauso: So wissen wir, bei wie vielen alles gut ging." },
	},
	where: "Wo sind Sie?",
	chooseCountry: "Land wählen",
	guessed: "Aus Ihrer Verbindung geraten.",
	onlyCountry: "Wir behalten das Land, nie Ihre Adresse.",
	network: "Ihr Mobilfunknetz",
	mailbox: "Wo liegt Ihr Postfach?",
	optional: "(freiwillig)",
	more: "Ergänzen, wie lange Sie gewartet haben oder was Sie vorhatten",
	howLong: "Wie lange haben Sie gewartet?",
	waited: {
		30: "Unter einer Minute",
		180: "1 bis 5 Minuten",
		600: "5 bis 15 Minuten",
		2100: "15 Minuten bis eine Stunde",
		7200: "Länger als eine Stunde",
	},
	doing: "Was hatten Sie vor?",
	flows: {
		"sign-up": "Mich registrieren",
		"log-in": "Mich anmelden",
		recovery: "Wieder in ein Konto kommen",
		settings: "Eine Einstellung ändern",
		export: "Meine Daten anfordern",
	},
	ratherNot: "Lieber nicht sagen",
	anythingElse: "Noch etwas?",
	noteHint: "Bitte keine Nummern, Namen, Codes und Links: Wir streichen sie. Nur die Moderation liest das.",
	send: "Meldung senden",
	sending: "Wird gesendet",
	leaveEmpty: "Hier nichts eintragen",
	neverAsked:
		"Wir fragen nie nach Nummer, E-Mail-Adresse, Benutzername oder Code. Wir brauchen sie nicht, und was wir nicht haben, kann nicht durchsickern. Niemand von Undelivered wird sich je bei Ihnen melden.",

	notListed: {
		typeDomain:
			"Steht er nicht in der Liste? Geben Sie seine Domain ein, etwa example.org, und senden Sie erneut: Dann können Sie ihn vorschlagen.",
		suggest: (domain) => `Er steht nicht in der Liste: ${domain} vorschlagen`,
		looked: "Die Moderation sieht ihn sich erst an. Ihre Meldung bleibt erhalten und zählt, sobald der Dienst aufgenommen ist.",
	},
	problems: {
		service: "Nennen Sie einen Dienst, den wir kennen, so wie er in der Liste steht.",
		channel: "Wählen Sie einen Weg, auf dem dieser Dienst Codes schickt.",
		symptom: "Wählen Sie, was passiert ist. Ein Sicherheitsschlüssel wird abgelehnt oder funktioniert.",
		triedMinutesAgo: "Wählen Sie, wann Sie es versucht haben.",
		region: "Wählen Sie Ihr Land aus der Liste.",
		carrier: "Wählen Sie einen Namen aus der Liste, oder lassen Sie das Feld leer.",
		waitedSeconds: "Wählen Sie eine der Angaben, oder sagen Sie es lieber nicht.",
		flow: "Wählen Sie eine der Angaben, oder sagen Sie es lieber nicht.",
		note: counted({
			one: "Schreiben Sie gewöhnlichen Text von höchstens # Zeichen, oder lassen Sie das Feld leer.",
			other: "Schreiben Sie gewöhnlichen Text von höchstens # Zeichen, oder lassen Sie das Feld leer.",
		})(NOTE_LENGTH_MAX),
		website: "Lassen Sie dieses Feld leer.",
	},
	refusals: {
		malformed: { title: "Das konnten wir nicht lesen", text: "Berichtigen Sie, was unten markiert ist, und senden Sie erneut." },
		"not-text": { title: "Das ist kein einfacher Text", text: "Nehmen Sie die Sonderzeichen heraus, und senden Sie erneut." },
		"from-the-future": { title: "Diese Zeit ist noch nicht da", text: "Wählen Sie, wann Sie es versucht haben." },
		"unknown-service": { title: "Diesen Dienst kennen wir nicht", text: "Unter diesem Namen gibt es hier keinen Dienst." },
		"declined-service": {
			title: "Diesen Dienst führen wir nicht",
			text: "Die Moderation hat ihn angesehen und nicht aufgenommen; deshalb nehmen wir keine Meldungen zu ihm an.",
		},
		"unknown-carrier": {
			title: "Diesen Anbieter kennen wir nicht",
			text: "Wählen Sie einen Namen aus der Liste, oder lassen Sie ihn weg.",
		},
		"unknown-region": { title: "Dieses Land kennen wir nicht", text: "Wählen Sie Ihr Land aus der Liste." },
		"unsupported-channel": { title: "Diesen Weg nutzt der Dienst nicht", text: "Wählen Sie einen anderen Weg." },
		"too-many": {
			title: "Zu viele in kurzer Zeit",
			text: "Sie haben gerade viele Meldungen gesendet. Sie sind gut aufgehoben; warten Sie vor der nächsten.",
		},
		busy: { title: "Das ging gerade nicht", text: "Es wurde nichts gespeichert. Senden Sie gleich noch einmal." },
	},
	refused: { title: "Das wurde nicht angenommen", text: "Senden Sie gleich noch einmal." },
	didYouMean: (names) => `Meinten Sie ${names}?`,
	sendsBy: (channels) => `Er schickt Codes auf diesen Wegen: ${channels}.`,
	againIn: counted({ one: "Versuchen Sie es in # Minute wieder.", other: "Versuchen Sie es in # Minuten wieder." }),
	typedIsKept: "Ihre Angaben sind noch da.",
	broken: {
		title: "Wir konnten Ihre Meldung nicht speichern.",
		text: "Auf unserer Seite ist etwas kaputtgegangen. Alles steht noch da, wie Sie es eingegeben haben: Senden Sie es gleich noch einmal.",
	},

	thanks: {
		counted: "Gezählt. Danke.",
		kept: "Aufbewahrt. Danke.",
		alreadyTold: "Das haben Sie schon gemeldet.",
		notListedYet: (service) =>
			`${service} steht noch nicht in der Liste. Ihre Meldung bleibt erhalten und zählt, sobald die Moderation den Dienst aufgenommen hat.`,
		outlined: "Das umrandete Feld sind Sie.",
		listedAlready: (domain, service) =>
			`${domain} gehört zu einem Dienst, der schon in der Liste steht, ${service}: Dort steht Ihre Meldung.`,
		onceOnly: "Diese Meldung zählt, einmal. Wer sie wiederholt, hält sie frisch; zum Beleg kommt nichts hinzu.",
		asking:
			"Wir können Ihnen nicht schreiben. Deshalb wartet die Frage sechs Stunden lang hier: auf dieser Seite und auf der Seite des Dienstes. Auch ein später Code ist gut zu wissen.",
		stay: "Melden Sie sich nirgends ab. Fordern Sie nicht immer wieder neu an.",
		whatElse: "Was sonst hilft",
		takenBack: "Zurückgenommen.",
		countsNoMore: "Ihre Meldung zählt nicht mehr.",
		reportAgain: "Neu melden",
	},

	waiting: {
		notSentYet: "Ihre Meldung ist noch nicht gesendet.",
		unreached: (about, time) =>
			`Wir waren nicht zu erreichen, oder auf unserer Seite ist etwas kaputtgegangen. Ihre Meldung zu ${about} liegt auf diesem Gerät; wir versuchen es von selbst weiter, mit der Zeit Ihres Versuchs: ${time}.`,
		offline: (about, time) =>
			`Ihre Meldung zu ${about} liegt auf diesem Gerät und wird gesendet, sobald die Verbindung wieder da ist, mit der Zeit Ihres Versuchs: ${time}.`,
		tryNow: "Jetzt versuchen",
		throwAway: "Verwerfen",
		mayClose: "Sie können diese Seite schließen. Öffnen Sie sie innerhalb eines Tages wieder, dann geht die Meldung hinaus.",
		leaveOpen: "Dieser Browser bewahrt nichts auf: Lassen Sie diese Seite offen.",
		notSent: (about) => `Ihre Meldung zu ${about} wurde nicht gesendet.`,
		tooOld: (time) => `Sie haben es ${time} versucht, vor mehr als einem Tag: Das sagt nichts mehr über jetzt.`,
		mend: "Berichtigen",
		useAgain: "Wieder verwenden",
	},

	isItMe: "Bevor Sie melden: Liegt es an mir?",
	clock: {
		title: "Geht die Uhr dieses Geräts richtig?",
		needs:
			"Codes aus einer App brauchen eine Uhr, die auf eine halbe Minute stimmt. Schalten Sie „Zeit automatisch einstellen“ ein, und nehmen Sie den nächsten Code.",
		yes: "Ja:",
		agrees: (off) => `Der Unterschied zu unserer ist höchstens ${seconds(off)}. Codes aus einer App brauchen das.`,
		no: "Nein:",
		isOff: (off) =>
			`Der Unterschied ist ${seconds(off)}. Codes aus einer App werden abgelehnt: Schalten Sie „Zeit automatisch einstellen“ ein.`,
	},
	checks: {
		newest: {
			title: "Nehmen Sie nur den neuesten Code",
			text: "Wenn Sie zweimal angefordert haben, ist der erste wohl ungültig, auch wenn er zuletzt ankommt. Warten Sie fünf Minuten, bevor Sie neu anfordern.",
		},
		number: {
			title: "Ist es die Nummer, die Sie jetzt haben?",
			text: "Die meisten Dienste zeigen die letzten zwei Ziffern. Sonst bekommt eine Nummer von früher oder eine zweite SIM-Karte den Code.",
		},
		spam: {
			title: "Sehen Sie im Spam-Ordner nach",
			text: "Und in den Registern und Ordnern, in die Ihr Postfach sortiert. Suchen Sie im ganzen Postfach nach dem Namen des Dienstes: Ein Filter kann die Mail verschoben haben.",
		},
		address: {
			title: "Ist es die Adresse, in der Sie nachsehen?",
			text: "Die meisten Dienste zeigen einen Teil davon. Vergleichen Sie ihn mit dem offenen Postfach, und sehen Sie nach, ob es voll ist.",
		},
		others: {
			title: "Kommen Codes anderer Dienste an?",
			text: "Wenn keine kommen, sehen Sie zuerst nach Telefon, Postfach oder Netzbetreiber. Wenn nur die von diesem ausbleiben, liegt es nicht an Ihnen.",
		},
		blocked: {
			title: "Sind kurze oder unbekannte Nummern blockiert?",
			text: "Codes kommen oft von fünf- oder sechsstelligen Nummern oder aus dem Ausland. Spamfilter, „Unbekannte Anrufer stummschalten“ und manche Tarife halten sie auf.",
		},
		line: {
			title: "Ist es die richtige Zeile in der App?",
			text: "Ein neues Telefon oder ein neues Einrichten macht eine neue Zeile; die alte zeigt Ziffern, die nicht mehr gelten. Warten Sie auf die nächsten Ziffern, und tippen Sie sie gleich ein.",
		},
		app: {
			title: "Öffnen Sie die App selbst",
			text: "Die Anfrage wartet oft in der App. Mitteilungen können ausgeschaltet sein oder bei schwachem Akku schweigen; und die App muss auf diesem Telefon angemeldet sein.",
		},
		used: {
			title: "Wurde dieser Code schon benutzt?",
			text: "Jeder gilt einmal, und eine neue Liste macht alle älteren wertlos. Versuchen Sie den nächsten auf der Liste, ohne Leerzeichen.",
		},
		port: {
			title: "Versuchen Sie einen anderen Anschluss oder Browser",
			text: "Stecken Sie ihn ohne Adapter ein, oder halten Sie ihn oben an die Rückseite des Telefons. Er gilt nur für die Adresse, bei der er eingerichtet wurde.",
		},
	},

	offline: {
		title: "Sie sind offline.",
		text: "Diese Seite war nicht abzurufen. Unten steht, was wir sagten, als dieser Browser zuletzt nachsah; seither kann es sich geändert haben. Eine Meldung, die Sie jetzt ausfüllen, bleibt auf diesem Gerät und wird gesendet, sobald die Verbindung wieder da ist.",
		tryAgain: "Erneut versuchen",
		nothingSeen: "Dieser Browser hat noch bei keinem Dienst nachgesehen.",
		back: (word) => `Damals: ${word}`,
		lastRead: (time) => `Zuletzt gelesen ${time}:`,
	},
};
