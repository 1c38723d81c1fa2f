import { NOTE_LENGTH_MAX } from "@/lib/note";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { FormPhrases } from "../form-phrases";

const { counted } = numbersOf("fr");
const seconds = counted({ one: "# seconde", many: "# de secondes", other: "# secondes" });

export const fr: FormPhrases = {
	lead: "Trois gestes si nous avons deviné juste. Pas de compte, pas de numéro de téléphone.",
	codeFrom: "Code de",
	change: "Modifier",
	who: "Qui devait envoyer le code ?",
	how: "Comment devait-il arriver ?",
	anotherWay: "Autrement",
	what: "Que s’est-il passé ?",
	when: "Quand avez-vous essayé pour la dernière fois ?",
	tried: { 0: "À l’instant", 30: "Dans la dernière heure", 360: "Plus tôt aujourd’hui" },
	channels: {
		sms: { name: "SMS", hint: "message texte" },
		call: { name: "Appel", hint: "une voix le lit" },
		email: { name: "E-mail", hint: null },
		push: { name: "Notification", hint: "à approuver dans l’appli" },
		authenticator: { name: "Application d’authenti\u00adfication", hint: "des chiffres qui changent" },
		messenger: { name: "Messagerie", hint: "WhatsApp, Viber, etc." },
		backup: { name: "Code de secours", hint: "de votre liste gardée" },
		key: { name: "Clé de sécurité", hint: "USB ou NFC" },
	},
	symptoms: {
		missing: { name: "Il n’est jamais arrivé", hint: null },
		late: { name: "Il est arrivé trop tard", hint: null },
		rejected: { name: "Il est arrivé et a été refusé", hint: null },
		blocked: { name: "Tout s’est arrêté avant l’envoi d’un code", hint: "« Réessayez plus tard », « numéro non pris en charge »" },
		arrived: { name: "Il est arrivé à temps", hint: "C’est aussi utile qu’une panne : nous savons ainsi pour combien tout allait bien." },
	},
	where: "Où êtes-vous ?",
	chooseCountry: "Choisissez un pays",
	guessed: "Deviné d’après votre connexion.",
	onlyCountry: "Nous gardons le pays, jamais votre adresse.",
	network: "Votre réseau mobile",
	mailbox: "Où est votre boîte mail ?",
	optional: "(facultatif)",
	more: "Ajouter combien de temps vous avez attendu, ou ce que vous faisiez",
	howLong: "Combien de temps avez-vous attendu ?",
	waited: {
		30: "Moins d’une minute",
		180: "De 1 à 5 minutes",
		600: "De 5 à 15 minutes",
		2100: "De 15 minutes à une heure",
		7200: "Plus d’une heure",
	},
	doing: "Que faisiez-vous ?",
	flows: {
		"sign-up": "M’inscrire",
		"log-in": "Me connecter",
		recovery: "Récupérer un compte",
		settings: "Changer un réglage",
		export: "Demander mes données",
	},
	ratherNot: "Je préfère ne pas le dire",
	anythingElse: "Autre chose ?",
	noteHint: "Pas de numéros, de noms, de codes ni de liens : nous les biffons. Seule la modération lit ceci.",
	send: "Envoyer le signalement",
	sending: "Envoi en cours",
	leaveEmpty: "Laissez ce champ vide",
	neverAsked:
		"Nous ne demandons jamais votre numéro, votre adresse e-mail, votre identifiant ni votre code. Nous n’en avons pas besoin, et ce que nous n’avons pas ne peut pas fuiter. Personne d’Undelivered ne vous contactera jamais.",

	notListed: {
		typeDomain: "Il n’est pas dans la liste ? Tapez son domaine, par exemple example.org, renvoyez, et vous pourrez le proposer.",
		suggest: (domain) => `Il n’est pas dans la liste : proposer ${domain}`,
		looked: "La modération le regarde d’abord. Votre signalement est gardé et compte dès que le service est ajouté.",
	},
	problems: {
		service: "Nommez un service que nous connaissons, tel qu’il est dans la liste.",
		channel: "Choisissez un moyen par lequel ce service envoie des codes.",
		symptom: "Choisissez ce qui s’est passé. Une clé de sécurité est refusée ou fonctionne.",
		triedMinutesAgo: "Choisissez quand vous avez essayé.",
		region: "Choisissez votre pays dans la liste.",
		carrier: "Choisissez un nom dans la liste, ou laissez ce champ vide.",
		waitedSeconds: "Choisissez une de ces réponses, ou préférez ne pas le dire.",
		flow: "Choisissez une de ces réponses, ou préférez ne pas le dire.",
		note: counted({
			one: "Écrivez du texte ordinaire de # caractère au plus, ou laissez ce champ vide.",
			many: "Écrivez du texte ordinaire de # de caractères au plus, ou laissez ce champ vide.",
			other: "Écrivez du texte ordinaire de # caractères au plus, ou laissez ce champ vide.",
		})(NOTE_LENGTH_MAX),
		website: "Laissez ce champ vide.",
	},
	refusals: {
		malformed: { title: "Nous n’avons pas pu lire cela", text: "Corrigez ce qui est indiqué plus bas, puis renvoyez." },
		"not-text": { title: "Ce n’est pas du texte simple", text: "Retirez les caractères spéciaux, puis renvoyez." },
		"from-the-future": { title: "Cette heure n’est pas encore venue", text: "Choisissez quand vous avez essayé." },
		"unknown-service": { title: "Nous ne connaissons pas ce service", text: "Aucun service ne porte ce nom ici." },
		"declined-service": {
			title: "Nous ne suivons pas ce service",
			text: "La modération l’a examiné et ne l’a pas ajouté ; nous ne prenons donc pas de signalements à son sujet.",
		},
		"unknown-carrier": { title: "Nous ne connaissons pas cet opérateur", text: "Choisissez un nom dans la liste, ou ne le précisez pas." },
		"unknown-region": { title: "Nous ne connaissons pas ce pays", text: "Choisissez votre pays dans la liste." },
		"unsupported-channel": { title: "Ce service n’utilise pas ce moyen", text: "Choisissez un autre moyen." },
		"too-many": {
			title: "Trop en peu de temps",
			text: "Vous venez d’envoyer beaucoup de signalements. Ils sont en sûreté ; attendez avant d’en envoyer un autre.",
		},
		busy: { title: "Ce n’était pas possible à l’instant", text: "Rien n’a été enregistré. Renvoyez dans un moment." },
	},
	refused: { title: "Cela n’a pas été pris", text: "Renvoyez dans un moment." },
	didYouMean: (names) => `Vouliez-vous dire ${names} ?`,
	sendsBy: (channels) => `Il envoie des codes par ces moyens : ${channels}.`,
	againIn: counted({ one: "Réessayez dans # minute.", many: "Réessayez dans # de minutes.", other: "Réessayez dans # minutes." }),
	typedIsKept: "Ce que vous avez saisi est gardé.",
	broken: {
		title: "Nous n’avons pas pu enregistrer votre signalement.",
		text: "Quelque chose s’est cassé de notre côté. Tout est encore là, tel que vous l’avez saisi : renvoyez-le dans un moment.",
	},

	thanks: {
		counted: "Compté. Merci.",
		kept: "Gardé. Merci.",
		alreadyTold: "Vous nous l’aviez déjà dit.",
		notListedYet: (service) =>
			`${service} n’est pas encore dans la liste. Votre signalement est gardé et compte dès que la modération l’aura ajouté.`,
		outlined: "La case entourée, c’est vous.",
		listedAlready: (domain, service) => `${domain} appartient à un service déjà dans la liste, ${service} : votre signalement y figure.`,
		onceOnly: "Ce signalement compte, une fois. Le répéter le garde à jour sans ajouter de preuve.",
		asking:
			"Nous ne pouvons pas vous écrire ; la question attend donc ici six heures : sur cette page et sur celle du service. Un code qui arrive tard est bon à savoir aussi.",
		stay: "Ne vous déconnectez nulle part. Ne redemandez pas sans cesse un code.",
		whatElse: "Que faire d’autre",
		takenBack: "Retiré.",
		countsNoMore: "Votre signalement ne compte plus.",
		reportAgain: "Signaler de nouveau",
	},

	waiting: {
		notSentYet: "Votre signalement n’est pas encore parti.",
		unreached: (about, time) =>
			`Nous étions injoignables, ou quelque chose s’est cassé de notre côté. Votre signalement sur ${about} est gardé sur cet appareil et nous réessayons de nous-mêmes, avec l’heure de votre essai : ${time}.`,
		offline: (about, time) =>
			`Votre signalement sur ${about} est gardé sur cet appareil et partira au retour de la connexion, avec l’heure de votre essai : ${time}.`,
		tryNow: "Essayer maintenant",
		throwAway: "Le jeter",
		mayClose: "Vous pouvez fermer cette page. Rouvrez-la d’ici un jour, et le signalement partira.",
		leaveOpen: "Ce navigateur ne garde rien : laissez cette page ouverte.",
		notSent: (about) => `Votre signalement sur ${about} n’est pas parti.`,
		tooOld: (time) => `Vous avez essayé le ${time}, il y a plus d’un jour : cela ne dit plus rien de maintenant.`,
		mend: "Le corriger",
		useAgain: "Le reprendre",
	},

	isItMe: "Avant de signaler : est-ce moi ?",
	clock: {
		title: "L’horloge de cet appareil est-elle juste ?",
		needs:
			"Les codes d’une application demandent une horloge juste à une demi-minute près. Activez « régler l’heure automatiquement », puis essayez le code suivant.",
		yes: "Oui :",
		agrees: (off) => `l’écart avec la nôtre est de ${seconds(off)} au plus. Les codes d’une application le demandent.`,
		no: "Non :",
		isOff: (off) =>
			`l’écart est de ${seconds(off)}. Les codes d’une application seront refusés : activez « régler l’heure automatiquement ».`,
	},
	checks: {
		newest: {
			title: "N’utilisez que le code le plus récent",
			text: "Si vous avez demandé deux fois, le premier n’est sans doute plus valable, même s’il arrive en dernier. Attendez cinq minutes avant de redemander.",
		},
		number: {
			title: "Est-ce le numéro que vous avez maintenant ?",
			text: "La plupart des services en montrent les deux derniers chiffres. Le code part peut-être vers un numéro d’il y a des années ou une seconde carte SIM.",
		},
		spam: {
			title: "Regardez dans les indésirables",
			text: "Et dans les onglets et dossiers où votre boîte trie les messages. Cherchez le nom du service dans toute la boîte : un filtre a pu déplacer le message.",
		},
		address: {
			title: "Est-ce l’adresse que vous regardez ?",
			text: "La plupart des services en montrent une partie. Comparez-la à la boîte ouverte, et vérifiez qu’elle n’est pas pleine.",
		},
		others: {
			title: "Les codes d’autres services arrivent-ils ?",
			text: "Si aucun n’arrive, regardez d’abord votre téléphone, votre boîte mail ou votre opérateur. Si seuls ceux-ci manquent, ce n’est pas vous.",
		},
		blocked: {
			title: "Les numéros courts ou inconnus sont-ils bloqués ?",
			text: "Les codes viennent souvent de numéros à cinq ou six chiffres, ou de l’étranger. Les filtres, « silence pour les inconnus » et certains forfaits les arrêtent.",
		},
		line: {
			title: "Est-ce la bonne ligne dans l’application ?",
			text: "Un nouveau téléphone, ou une nouvelle configuration, crée une nouvelle ligne ; l’ancienne montre des chiffres périmés. Attendez les suivants et tapez-les aussitôt.",
		},
		app: {
			title: "Ouvrez l’application elle-même",
			text: "La demande y attend souvent. Les notifications peuvent être coupées, ou muettes quand la batterie est faible ; et l’application doit être connectée sur ce téléphone.",
		},
		used: {
			title: "Ce code a-t-il déjà servi ?",
			text: "Chacun sert une fois, et une nouvelle liste annule les anciennes. Essayez le suivant de la liste, sans espaces.",
		},
		port: {
			title: "Essayez un autre port ou un autre navigateur",
			text: "Branchez-la sans adaptateur, ou tenez-la en haut du dos du téléphone. Elle ne vaut que pour l’adresse où elle a été configurée.",
		},
	},

	offline: {
		title: "Vous êtes hors ligne.",
		text: "Cette page n’a pas pu être chargée. Voici ce que nous disions quand ce navigateur a regardé pour la dernière fois ; cela a pu changer depuis. Un signalement rempli maintenant est gardé sur cet appareil et partira au retour de la connexion.",
		tryAgain: "Réessayer",
		nothingSeen: "Ce navigateur n’a encore regardé aucun service.",
		back: (word) => `Alors : ${word}`,
		lastRead: (time) => `Dernier relevé, ${time} :`,
	},
};
