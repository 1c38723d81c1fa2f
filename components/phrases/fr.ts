import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { figure, counted } = numbersOf("fr");
const people = counted({ one: "# personne", many: "# de personnes", other: "# personnes" });
const usual = (expected: number) => (expected < 1 ? "moins de 1" : figure(Math.round(expected)));

export const fr: Phrases = {
	nav: {
		label: "Principal",
		skip: "Aller au contenu",
		menu: "Menu",
		report: "Signaler un code",
		overview: "Aperçu",
		incidents: "Incidents",
		carriers: "Opérateurs",
		countries: "Pays",
		method: "Méthode",
		widget: "Widget",
	},
	footer: {
		promise:
			"Undelivered n’envoie jamais de SMS et ne vous demandera jamais un code, un mot de passe ni un numéro de téléphone. Pas de publicité, rien d’un tiers, et aucun cookie avant un signalement.",
		howWeKnow: "Comment nous le savons",
		privacy: "Confidentialité",
		languages: "Langues",
	},
	codes: {
		sms: "codes par SMS",
		call: "appels avec un code",
		email: "codes par e-mail",
		push: "notifications",
		authenticator: "codes de l’application d’authentification",
		messenger: "codes par messagerie",
		backup: "codes de secours",
		key: "clés de sécurité",
	},
	statement: {
		allServices: "Tous les services",
		keep: "Garder dans mes services",
		confirmedBy: { crowd: "confirmé par la règle publiée à", moderator: "confirmé par la modération à" },
		notConfirmed: "pas encore confirmé",
		whatToDo: "Que faire maintenant",
		restsOn: "Repose sur",
		rests: {
			incident: "Un incident ouvert",
			reports: "Des signalements",
			silence: "L’absence de signalement",
			few: "Très peu de personnes",
			doubt: "Des signalements qui ne concordent pas",
			nothing: "Rien que nous ayons pu lire",
		},
		lastReport: "Dernier signalement",
		read: "Relevé",
		confidence: "Certitude",
		confidences: { confirmed: "Confirmé", strong: "Forte, non confirmée", early: "Trop tôt" },
		networks: counted({ one: "# réseau", many: "# de réseaux", other: "# réseaux" }),
		fault: "Cause",
		causes: {
			service: "Le service ou son expéditeur",
			carrier: "L’opérateur",
			region: "La région",
			"shared-sender": "Un expéditeur commun à plusieurs services",
			undetermined: "Indéterminée",
		},
		hereIsWhy: "pourquoi",
		says: (service) => `${service} dit`,
		stances: {
			silent: "Rien pour l’instant",
			denied: "Dément",
			partly_acknowledged: "Reconnaît en partie",
			admitted: "Reconnaît",
			fixed: "Dit que c’est réparé",
		},
		nothingKnown: "Rien à notre connaissance",
		utc: "Heures en UTC",
		clockOf: (city) => `Heures de ${city}`,
		justNow: "à l’instant",
	},
	people: {
		none: "sans code",
		late: "en retard ou refusé",
		inTime: "à temps",
		usually: (expected) => `d’habitude ${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`${people(answered)} à propos des ${codes} : ${figure(none)} sans code, ${figure(late)} en retard ou refusé, ${figure(inTime)} à temps. D’habitude, ${usual(expected)} avec des ennuis.`,
	},
	ask: {
		question: (service) => `Votre code de ${service} est-il arrivé ?`,
		none: "Pas de code",
		late: "En retard ou refusé",
		came: "Il est arrivé",
	},
	advice: {
		lead: (service) => `Si un code de ${service} n’arrive pas.`,
		heldBack: "Conseil retenu :",
		ordinary: [
			{ deed: "Attendez cinq minutes avant de redemander.", text: "Un nouveau code peut annuler le précédent." },
			{
				deed: "N’utilisez que le code le plus récent.",
				text: "Si vous avez demandé deux fois, le premier n’est sans doute plus valable, même s’il arrive en dernier.",
			},
			{
				deed: "Regardez là où les codes se perdent.",
				text: "Les indésirables, les expéditeurs bloqués, une boîte pleine, un téléphone sans réseau ou en mode avion.",
			},
		],
		signedOut: "Déjà déconnecté ?",
		otherWay: (service) => `Si ${service} propose une autre façon de recevoir un code, choisissez-la. Sinon, attendre est le plus sûr.`,
		helpFrom: (service) => `L’aide de ${service}`,
		nobodyAsks: "Personne ici ne vous demandera votre code ni votre mot de passe. Qui propose de « régler » cela en veut à votre compte.",
		orMe: "Ou est-ce moi ?",
		lookNearer: "Si aucun code d’aucun service n’arrive, regardez d’abord votre téléphone ou votre opérateur.",
		checks: "Vérifications rapides",
	},
};
