import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { figure, counted } = numbersOf("fr");
const places = placesIn("fr");

/** After « code » : how it should have come. */
const by = {
	sms: "par SMS",
	call: "par appel",
	email: "par e-mail",
	push: "par notification",
	authenticator: "de l’application d’authentification",
	messenger: "par messagerie",
	backup: "de secours",
	key: "de la clé de sécurité",
} as const satisfies Record<Channel, string>;

export const people = counted({ one: "# personne", many: "# de personnes", other: "# personnes" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "moins de 1" : figure(Math.round(expected)));
const minutesOf = counted({
	one: "au cours de la dernière minute",
	many: "au cours des # dernières minutes",
	other: "au cours des # dernières minutes",
});
const place = (where: Where) => (where.length === 0 ? "en quelques endroits" : places(where));
const there = (where: Where | null) => (where === null ? "" : ` (${place(where)})`);
const codes = ({ channel, service }: { channel: Channel; service: string }) => `codes de ${service} ${by[channel]}`;
const failedOf = (failed: number, all: number) => `${figure(failed)} sur ${people(all)}`;
const DAY = "au cours des dernières 24 heures";

export const fr: Phrasebook = {
	language: "fr",
	states: { calm: "Calme", raised: "Possible", failing: "En panne", unknown: "Inconnu" },
	quiet: { silence: "Aucun signalement", few: "Trop peu de signalements", doubt: "Pas clair" },

	nobodyNew: ({ channel, minutes, where }) =>
		`Des personnes${there(where)} n’ont pas pu avoir leur code ${by[channel]} ; personne d’autre ne s’est manifesté ${minutesOf(minutes)}.`,
	allCame: ({ channel, minutes, where, answered }) =>
		`Qui a essayé ${minutesOf(minutes)} (${people(answered)}) a reçu son code ${by[channel]} ; avant, beaucoup ne l’ont pas reçu${there(where)}.`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`${failedOf(missing, answered)} ayant essayé ${minutesOf(minutes)} : aucun code ${by[channel]} reçu.`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`${failedOf(failed, answered)} ayant essayé ${minutesOf(minutes)} : des ennuis avec le code ${by[channel]}.`,
	silence: ({ service }) => `Personne n’a rien signalé à propos de ${service} ${DAY}.`,
	lookedInto: "Nous avons examiné les derniers signalements et n’avons trouvé aucun signe de panne.",
	few: ({ failed, reporters }) =>
		failed === 0
			? `${people(reporters)} ${DAY}, code bien reçu : c’est trop peu pour conclure.`
			: `${failedOf(failed, reporters)} avec des ennuis ${DAY} : c’est trop peu pour conclure.`,
	doubt: ({ failed, minutes, why }) => `${people(failed)} avec des ennuis ${minutes === null ? DAY : minutesOf(minutes)} ; ${fr.why(why)}.`,
	why(why) {
		if (why.kind === "ended") return "l’équipe de modération a clos l’incident";
		if (why.kind === "not-yet") return "cela ne suffit pas, pour l’instant, à faire un incident";
		return `l’incident commencé vers ${clockTime(new Date(why.startedAt))} semble terminé`;
	},
	fine: ({ arrived, reporters }) => `Aucun signe d’ennuis : ${failedOf(arrived, reporters)} avec un code bien reçu ${DAY}.`,
	ordinary: ({ failed }) => `Rien d’inhabituel : ${people(failed)} avec des ennuis ${DAY}, comme n’importe quel jour.`,
	unknown: ({ service }) => `Nous ne pouvons pas dire pour l’instant si les codes de ${service} arrivent.`,

	place,
	only: (where) => `Pour l’instant seulement : ${place(where)} ; les chiffres comptent tout le monde.`,
	usually: (expected) => `D’habitude : ${usual(expected)}.`,
	started: (time) => `Début vers ${time}.`,
	ourFault: "Le problème est de notre côté, pas forcément du leur.",
	lastReading: (time, sentence) => `Dernier relevé, à ${time} : ${sentence}`,

	staySignedIn: {
		deed: "Si vous êtes encore connecté quelque part, ne vous déconnectez pas.",
		text: "Pour vous reconnecter, il faudra peut-être le code qui n’arrive pas.",
	},
	dontResend: {
		deed: "Ne redemandez pas sans cesse un nouveau code.",
		text: "Un nouveau code peut annuler le précédent, et trop d’essais peuvent vous bloquer. S’il le faut, réessayez une fois dans une demi-heure.",
	},
	fallbacks: {
		key: { deed: "Ajoutez une clé de sécurité, si vous accédez encore aux réglages.", text: "Elle ne demande aucun code." },
		authenticator: {
			deed: "Ajoutez une application d’authentification, si vous accédez encore aux réglages.",
			text: "Ses codes sont créés sur votre téléphone ; personne n’a à les acheminer.",
		},
		email: { deed: "Si un code par e-mail vous est proposé, choisissez-le.", text: "Regardez aussi dans les indésirables." },
		push: {
			deed: "Si vous avez l’application sur un autre appareil, approuvez-y la connexion.",
			text: "N’approuvez que ce que vous avez commencé vous-même.",
		},
		backup: {
			deed: "Utilisez un code de secours, si vous en avez gardé.",
			text: "Chacun sert une seule fois. Gardez-en un pour plus tard.",
		},
	},
	works: ({ came, answered, minutes }) => `Cela a marché pour ${failedOf(came, answered)} ${minutesOf(minutes)}.`,
	heldForIncident: (channel) => `Nous retenons ce conseil : un incident est aussi ouvert pour les codes ${by[channel]}.`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`Nous retenons ce conseil : ${failedOf(failed, answered)} ont aussi des ennuis avec leur code ${by[channel]}.`,

	widget: {
		title: (service) => `${service} : les codes arrivent-ils ?`,
		calm: "Les codes arrivent comme d’habitude.",
		quiet: "Personne ne signale d’ennuis.",
		cannotTell: "Nous ne pouvons pas le dire pour l’instant.",
		demo: "Démo",
		at: (time) => `à ${time}`,
		reportYours: "Signaler le vôtre",
		whatPeopleReport: "Ce que les gens signalent",
		failing: (said) =>
			`${failedOf(said.failed, said.answered)} avec des ennuis ${minutesOf(said.minutes)} : ${codes(said)}${said.where === null ? "" : ` ; la panne, pour l’instant seulement : ${place(said.where)}`}.`,
		raised: (said) => `Les ${codes(said)} n’arrivent peut-être pas${there(said.where)}.`,
		fine: (said) => `Aucun signe d’ennuis avec les ${codes(said)}.`,
		silent: (said) => `Aucun signalement sur les ${codes(said)}.`,
		doubt: (said) =>
			`Aujourd’hui, plus de personnes que d’habitude ont eu des ennuis avec les ${codes(said)} ; cela ne suffit pas, pour l’instant, à faire un incident.`,
		few: (said) =>
			said.answered === 0
				? `Trop peu de personnes ont parlé des ${codes(said)} pour conclure.`
				: `${failedOf(said.failed, said.answered)} avec des ennuis : ${codes(said)} ; c’est trop peu pour conclure.`,
		unknown: (said) => `Nous ne pouvons pas dire si les ${codes(said)} arrivent.`,
	},
};
