import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { figure, counted } = numbersOf("es");
const places = placesIn("es");

/** After «código»: how it should have come. */
const by = {
	sms: "por SMS",
	call: "por llamada",
	email: "por correo",
	push: "por notificación",
	authenticator: "de la app de autenticación",
	messenger: "por mensajería",
	backup: "de respaldo",
	key: "de la llave de seguridad",
} as const satisfies Record<Channel, string>;

export const people = counted({ one: "# persona", many: "# de personas", other: "# personas" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "menos de 1" : figure(Math.round(expected)));
const minutesOf = counted({ one: "en el último minuto", many: "en los últimos # minutos", other: "en los últimos # minutos" });
const place = (where: Where) => (where.length === 0 ? "en algunos lugares" : places(where));
const there = (where: Where | null) => (where === null ? "" : ` (${place(where)})`);
const codes = ({ channel, service }: { channel: Channel; service: string }) => `códigos de ${service} ${by[channel]}`;
const failedOf = (failed: number, all: number) => `${figure(failed)} de ${people(all)}`;
const DAY = "en las últimas 24 horas";

export const es: Phrasebook = {
	language: "es",
	states: { calm: "En calma", raised: "Posible", failing: "Fallando", unknown: "Desconocido" },
	quiet: { silence: "Sin avisos", few: "Muy pocos avisos", doubt: "No está claro" },

	nobodyNew: ({ channel, minutes, where }) =>
		`Hubo personas${there(where)} que no recibieron su código ${by[channel]}; nadie más ha avisado ${minutesOf(minutes)}.`,
	allCame: ({ channel, minutes, where, answered }) =>
		`Quienes lo intentaron ${minutesOf(minutes)} (${people(answered)}) recibieron su código ${by[channel]}; antes, muchas personas no${there(where)}.`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`${failedOf(missing, answered)} que lo intentaron ${minutesOf(minutes)} no recibieron ningún código ${by[channel]}.`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`${failedOf(failed, answered)} que lo intentaron ${minutesOf(minutes)} tuvieron problemas con su código ${by[channel]}.`,
	silence: ({ service }) => `Nadie ha avisado de nada sobre ${service} ${DAY}.`,
	lookedInto: "Revisamos los últimos avisos y no encontramos señal de un fallo.",
	few: ({ failed, reporters }) =>
		failed === 0
			? `Respondieron ${people(reporters)} ${DAY} y recibieron su código: son muy pocas para saberlo.`
			: `Tuvieron problemas ${failedOf(failed, reporters)} ${DAY}: son muy pocas para saberlo.`,
	doubt: ({ failed, minutes, why }) =>
		`Tuvieron problemas ${people(failed)} ${minutes === null ? DAY : minutesOf(minutes)}; ${es.why(why)}.`,
	why(why) {
		if (why.kind === "ended") return "el equipo de moderación dio por terminado el incidente";
		if (why.kind === "not-yet") return "por ahora no llega a ser un incidente";
		return `el incidente que empezó hacia las ${clockTime(new Date(why.startedAt))} parece haber terminado`;
	},
	fine: ({ arrived, reporters }) => `Sin señales de problemas: ${failedOf(arrived, reporters)} recibieron su código ${DAY}.`,
	ordinary: ({ failed }) => `Nada fuera de lo común: tuvieron problemas ${people(failed)} ${DAY}, como cualquier día.`,
	unknown: ({ service }) => `Ahora mismo no podemos saber si llegan los códigos de ${service}.`,

	place,
	only: (where) => `Por ahora solo: ${place(where)}; las cifras cuentan a todo el mundo.`,
	usually: (expected) => `Lo habitual: ${usual(expected)}.`,
	started: (time) => `Empezó hacia las ${time}.`,
	ourFault: "El problema está de nuestro lado, no necesariamente del suyo.",
	lastReading: (time, sentence) => `La última lectura, a las ${time}, fue: ${sentence}`,

	staySignedIn: {
		deed: "Si todavía tienes la sesión abierta en algún sitio, no la cierres.",
		text: "Para volver a entrar quizá necesites el código que no llega.",
	},
	dontResend: {
		deed: "No pidas un código nuevo una y otra vez.",
		text: "Un código nuevo puede anular el anterior, y demasiados intentos pueden bloquearte. Si hace falta, prueba una vez más dentro de media hora.",
	},
	fallbacks: {
		key: { deed: "Añade una llave de seguridad, si aún puedes entrar en los ajustes.", text: "No necesita ningún código." },
		authenticator: {
			deed: "Añade una app de autenticación, si aún puedes entrar en los ajustes.",
			text: "Sus códigos se crean en tu teléfono; nadie tiene que enviarlos.",
		},
		email: { deed: "Si te ofrecen un código por correo, elígelo.", text: "Mira también en la carpeta de spam." },
		push: { deed: "Si tienes la app en otro dispositivo, aprueba allí el acceso.", text: "Aprueba solo lo que hayas empezado tú." },
		backup: { deed: "Usa un código de respaldo, si guardaste alguno.", text: "Cada uno sirve una vez. Guarda uno para después." },
	},
	works: ({ came, answered, minutes }) => `Funcionó para ${failedOf(came, answered)} ${minutesOf(minutes)}.`,
	heldForIncident: (channel) => `No damos este consejo: también hay un incidente abierto con los códigos ${by[channel]}.`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`No damos este consejo: ${failedOf(failed, answered)} también avisan de problemas con su código ${by[channel]}.`,

	widget: {
		title: (service) => `${service}: ¿llegan los códigos?`,
		calm: "Los códigos llegan como siempre.",
		quiet: "Nadie avisa de problemas.",
		cannotTell: "Ahora mismo no podemos saberlo.",
		demo: "Demo",
		at: (time) => `a las ${time}`,
		reportYours: "Avisa tú también",
		whatPeopleReport: "Lo que cuenta la gente",
		failing: (said) =>
			`${failedOf(said.failed, said.answered)} tuvieron problemas con los ${codes(said)} ${minutesOf(said.minutes)}${said.where === null ? "" : `; el fallo por ahora es solo: ${place(said.where)}`}.`,
		raised: (said) => `Puede que los ${codes(said)} no estén llegando${there(said.where)}.`,
		fine: (said) => `Sin señales de problemas con los ${codes(said)}.`,
		silent: (said) => `Sin avisos sobre los ${codes(said)}.`,
		doubt: (said) => `Hoy más personas de lo habitual tuvieron problemas con los ${codes(said)}; por ahora no llega a ser un incidente.`,
		few: (said) =>
			said.answered === 0
				? `Muy pocas personas han hablado de los ${codes(said)} para saberlo.`
				: `${failedOf(said.failed, said.answered)} tuvieron problemas con los ${codes(said)}; es muy poco para saberlo.`,
		unknown: (said) => `No podemos saber si llegan los ${codes(said)}.`,
	},
};
