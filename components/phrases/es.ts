import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { figure, counted } = numbersOf("es");
const people = counted({ one: "# persona", many: "# de personas", other: "# personas" });
const usual = (expected: number) => (expected < 1 ? "menos de 1" : figure(Math.round(expected)));

export const es: Phrases = {
	nav: {
		label: "Principal",
		skip: "Saltar al contenido",
		menu: "Menú",
		report: "Avisar de un código",
		overview: "Resumen",
		incidents: "Incidentes",
		carriers: "Operadores",
		countries: "Países",
		method: "Método",
		widget: "Widget",
	},
	footer: {
		promise:
			"Undelivered nunca envía SMS y nunca te pedirá un código, una contraseña ni un número de teléfono. Sin publicidad, sin nada de terceros y sin cookies hasta que avises de algo.",
		howWeKnow: "Cómo lo sabemos",
		privacy: "Privacidad",
		languages: "Idiomas",
	},
	codes: {
		sms: "códigos por SMS",
		call: "llamadas con un código",
		email: "códigos por correo",
		push: "notificaciones",
		authenticator: "códigos de la app de autenticación",
		messenger: "códigos por mensajería",
		backup: "códigos de respaldo",
		key: "llaves de seguridad",
	},
	statement: {
		allServices: "Todos los servicios",
		keep: "Guardar en mis servicios",
		confirmedBy: { crowd: "confirmado por la regla publicada a las", moderator: "confirmado por el equipo de moderación a las" },
		notConfirmed: "aún sin confirmar",
		whatToDo: "Qué hacer ahora",
		restsOn: "Se basa en",
		rests: {
			incident: "Un incidente abierto",
			reports: "Avisos de personas",
			silence: "Que nadie ha avisado",
			few: "Muy pocas personas",
			doubt: "Avisos que no cuadran",
			nothing: "Nada que pudiéramos leer",
		},
		lastReport: "Último aviso",
		read: "Lectura",
		confidence: "Certeza",
		confidences: { confirmed: "Confirmado", strong: "Alta, sin confirmar", early: "Aún pronto" },
		networks: counted({ one: "# red", many: "# de redes", other: "# redes" }),
		fault: "Causa",
		causes: {
			service: "El servicio o quien envía por él",
			carrier: "El operador",
			region: "La región",
			"shared-sender": "Un remitente de varios servicios",
			undetermined: "Sin determinar",
		},
		hereIsWhy: "por qué",
		says: (service) => `${service} dice`,
		stances: {
			silent: "No ha dicho nada",
			denied: "Lo niega",
			partly_acknowledged: "Lo reconoce en parte",
			admitted: "Lo admite",
			fixed: "Dice que está resuelto",
		},
		nothingKnown: "Nada que sepamos",
		utc: "Horas en UTC",
		clockOf: (city) => `Horas de ${city}`,
		justNow: "ahora mismo",
	},
	people: {
		none: "sin código",
		late: "tarde o rechazado",
		inTime: "a tiempo",
		usually: (expected) => `habitual: ${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`${people(answered)} sobre ${codes}: ${figure(none)} sin código, ${figure(late)} tarde o rechazado, ${figure(inTime)} a tiempo. Lo habitual: ${usual(expected)} con problemas.`,
	},
	ask: { question: (service) => `¿Llegó tu código de ${service}?`, none: "No llegó", late: "Tarde o rechazado", came: "Sí llegó" },
	advice: {
		lead: (service) => `Si no llega un código de ${service}.`,
		heldBack: "No lo aconsejamos ahora:",
		ordinary: [
			{ deed: "Espera cinco minutos antes de pedir otro.", text: "Un código nuevo puede anular el anterior." },
			{
				deed: "Usa solo el código más reciente.",
				text: "Si lo pediste dos veces, el primero probablemente ya no vale, aunque llegue el último.",
			},
			{
				deed: "Mira dónde se pierden los códigos.",
				text: "La carpeta de spam, remitentes bloqueados, un buzón lleno, un teléfono sin señal o en modo avión.",
			},
		],
		signedOut: "¿Ya cerraste la sesión?",
		otherWay: (service) => `Si ${service} te ofrece otra forma de recibir el código, elígela. Si no, lo más seguro es esperar.`,
		helpFrom: (service) => `Ayuda de ${service}`,
		nobodyAsks: "Nadie aquí te pedirá el código ni la contraseña. Quien se ofrezca a “arreglarlo” va a por tu cuenta.",
		orMe: "¿O es cosa mía?",
		lookNearer: "Si no te llega el código de ningún servicio, revisa primero tu teléfono o tu operador.",
		checks: "Comprobaciones rápidas",
	},
};
