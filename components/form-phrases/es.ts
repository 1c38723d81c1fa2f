import { NOTE_LENGTH_MAX } from "@/lib/note";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { FormPhrases } from "../form-phrases";

const { counted } = numbersOf("es");
const seconds = counted({ one: "# segundo", many: "# de segundos", other: "# segundos" });

export const es: FormPhrases = {
	lead: "Tres toques si acertamos. Sin cuenta y sin número de teléfono.",
	codeFrom: "Código de",
	change: "Cambiar",
	who: "¿Quién debía enviar el código?",
	how: "¿Cómo debía llegar?",
	anotherWay: "De otra forma",
	what: "¿Qué pasó?",
	when: "¿Cuándo lo intentaste por última vez?",
	tried: { 0: "Ahora mismo", 30: "En la última hora", 360: "Hoy, antes" },
	channels: {
		sms: { name: "SMS", hint: "mensaje de texto" },
		call: { name: "Llamada", hint: "una voz lo lee" },
		email: { name: "Correo", hint: null },
		push: { name: "Notificación", hint: "apruebas en la app" },
		authenticator: { name: "App de autenticación", hint: "cifras que cambian" },
		messenger: { name: "Mensajería", hint: "WhatsApp, Viber y similares" },
		backup: { name: "Código de respaldo", hint: "de tu lista guardada" },
		key: { name: "Llave de seguridad", hint: "USB o NFC" },
	},
	symptoms: {
		missing: { name: "Nunca llegó", hint: null },
		late: { name: "Llegó demasiado tarde", hint: null },
		rejected: { name: "Llegó y fue rechazado", hint: null },
		blocked: { name: "Se detuvo antes de enviar un código", hint: "«Inténtalo más tarde», «número no admitido»" },
		arrived: { name: "Llegó a tiempo", hint: "Ayuda tanto como un fallo: así sabemos a cuántos les fue bien." },
	},
	where: "¿Dónde estás?",
	chooseCountry: "Elige un país",
	guessed: "Lo suponemos por tu conexión.",
	onlyCountry: "Guardamos el país, nunca tu dirección.",
	network: "Tu red móvil",
	mailbox: "¿Dónde está tu buzón?",
	optional: "(opcional)",
	more: "Añadir cuánto esperaste o qué estabas haciendo",
	howLong: "¿Cuánto esperaste?",
	waited: {
		30: "Menos de un minuto",
		180: "De 1 a 5 minutos",
		600: "De 5 a 15 minutos",
		2100: "De 15 minutos a una hora",
		7200: "Más de una hora",
	},
	doing: "¿Qué estabas haciendo?",
	flows: {
		"sign-up": "Registrarme",
		"log-in": "Iniciar sesión",
		recovery: "Recuperar una cuenta",
		settings: "Cambiar un ajuste",
		export: "Pedir mis datos",
	},
	ratherNot: "Prefiero no decirlo",
	anythingElse: "¿Algo más?",
	noteHint: "No pongas números, nombres, códigos ni enlaces: los tachamos. Solo lo lee el equipo de moderación.",
	send: "Enviar el aviso",
	sending: "Enviando",
	leaveEmpty: "Deja esto vacío",
	neverAsked:
		"Nunca te pedimos tu número, tu correo, tu nombre de usuario ni el código. No los necesitamos, y lo que no tenemos no puede filtrarse. Nadie de Undelivered se pondrá jamás en contacto contigo.",

	notListed: {
		typeDomain: "¿No está en la lista? Escribe su dominio, por ejemplo example.org, envía otra vez y podrás proponerlo.",
		suggest: (domain) => `No está en la lista: proponer ${domain}`,
		looked: "Antes lo revisa el equipo de moderación. Tu aviso queda guardado y cuenta cuando se añada el servicio.",
	},
	problems: {
		service: "Nombra un servicio que conozcamos, tal como está en la lista.",
		channel: "Elige una forma en que este servicio envía códigos.",
		symptom: "Elige qué pasó. Una llave de seguridad se rechaza o funciona.",
		triedMinutesAgo: "Elige cuándo lo intentaste.",
		region: "Elige tu país en la lista.",
		carrier: "Elige un nombre de la lista o deja esto vacío.",
		waitedSeconds: "Elige una de estas opciones, o «prefiero no decirlo».",
		flow: "Elige una de estas opciones, o «prefiero no decirlo».",
		note: counted({
			one: "Escribe texto corriente de # carácter como máximo o deja esto vacío.",
			many: "Escribe texto corriente de # de caracteres como máximo o deja esto vacío.",
			other: "Escribe texto corriente de # caracteres como máximo o deja esto vacío.",
		})(NOTE_LENGTH_MAX),
		website: "Deja esto vacío.",
	},
	refusals: {
		malformed: { title: "No pudimos leerlo", text: "Corrige lo que está marcado abajo y envíalo otra vez." },
		"not-text": { title: "Eso no es texto corriente", text: "Quita los caracteres especiales y envíalo otra vez." },
		"from-the-future": { title: "Esa hora aún no ha llegado", text: "Elige cuándo lo intentaste." },
		"unknown-service": { title: "No conocemos este servicio", text: "Aquí no hay ningún servicio con ese nombre." },
		"declined-service": {
			title: "No incluimos este servicio",
			text: "El equipo de moderación lo revisó y no lo añadió; por eso no aceptamos avisos sobre él.",
		},
		"unknown-carrier": { title: "No conocemos este operador", text: "Elige un nombre de la lista o déjalo vacío." },
		"unknown-region": { title: "No conocemos este país", text: "Elige tu país en la lista." },
		"unsupported-channel": { title: "Este servicio no usa esta forma", text: "Elige otra forma." },
		"too-many": { title: "Demasiados en poco tiempo", text: "Acabas de enviar muchos avisos. Están a salvo; espera antes de enviar otro." },
		busy: { title: "No pudimos hacerlo ahora mismo", text: "No se ha guardado nada. Envíalo otra vez dentro de un momento." },
	},
	refused: { title: "No se aceptó", text: "Envíalo otra vez dentro de un momento." },
	didYouMean: (names) => `¿Querías decir ${names}?`,
	sendsBy: (channels) => `Envía códigos de estas formas: ${channels}.`,
	againIn: counted({
		one: "Inténtalo de nuevo en # minuto.",
		many: "Inténtalo de nuevo en # de minutos.",
		other: "Inténtalo de nuevo en # minutos.",
	}),
	typedIsKept: "Lo que escribiste sigue aquí.",
	broken: {
		title: "No pudimos guardar tu aviso.",
		text: "Algo se rompió de nuestro lado. Sigue aquí tal como lo escribiste: envíalo otra vez dentro de un momento.",
	},

	thanks: {
		counted: "Contado. Gracias.",
		kept: "Guardado. Gracias.",
		alreadyTold: "Ya nos habías avisado.",
		notListedYet: (service) =>
			`${service} aún no está en la lista. Tu aviso queda guardado y cuenta cuando el equipo de moderación lo haya añadido.`,
		outlined: "La casilla con borde eres tú.",
		listedAlready: (domain, service) => `${domain} pertenece a un servicio que ya está en la lista, ${service}: tu aviso está ahí.`,
		onceOnly: "Ese aviso cuenta, una vez. Repetirlo lo mantiene al día sin sumar pruebas.",
		asking:
			"No podemos escribirte, así que la pregunta espera aquí seis horas: en esta página y en la del servicio. También sirve saber de un código que llega tarde.",
		stay: "No cierres sesión en ningún sitio. No sigas pulsando «reenviar».",
		whatElse: "Qué más hacer",
		takenBack: "Retirado.",
		countsNoMore: "Tu aviso ya no cuenta.",
		reportAgain: "Avisar de nuevo",
	},

	waiting: {
		notSentYet: "Tu aviso aún no se ha enviado.",
		unreached: (about, time) =>
			`No pudimos conectar, o algo se rompió de nuestro lado. Tu aviso sobre ${about} está guardado en este dispositivo y seguimos intentándolo, con la hora de tu intento: ${time}.`,
		offline: (about, time) =>
			`Tu aviso sobre ${about} está guardado en este dispositivo y se enviará cuando vuelva la conexión, con la hora de tu intento: ${time}.`,
		tryNow: "Intentar ahora",
		throwAway: "Descartar",
		mayClose: "Puedes cerrar esta página. Ábrela otra vez antes de un día y el aviso saldrá.",
		leaveOpen: "Este navegador no guarda nada: deja esta página abierta.",
		notSent: (about) => `Tu aviso sobre ${about} no se envió.`,
		tooOld: (time) => `Lo intentaste el ${time}, hace más de un día: eso ya no dice nada de ahora.`,
		mend: "Corregir",
		useAgain: "Usar de nuevo",
	},

	isItMe: "Antes de avisar: ¿es cosa mía?",
	clock: {
		title: "¿Va bien el reloj de este dispositivo?",
		needs:
			"Los códigos de la app necesitan un reloj exacto a medio minuto. Activa «ajustar la hora automáticamente» y prueba el código siguiente.",
		yes: "Sí:",
		agrees: (off) => `la diferencia con el nuestro es de ${seconds(off)} como mucho. Los códigos de la app lo necesitan.`,
		no: "No:",
		isOff: (off) => `la diferencia es de ${seconds(off)}. Los códigos de la app se rechazarán: activa «ajustar la hora automáticamente».`,
	},
	checks: {
		newest: {
			title: "Usa solo el código más reciente",
			text: "Si lo pediste dos veces, el primero probablemente ya no vale, aunque llegue el último. Espera cinco minutos antes de pedir otro.",
		},
		number: {
			title: "¿Es el número que tienes ahora?",
			text: "Casi todos los servicios muestran las dos últimas cifras. Puede que el código llegue a un número de hace años o a una segunda SIM.",
		},
		spam: {
			title: "Mira en la carpeta de spam",
			text: "Y en las pestañas y carpetas en que tu buzón ordena el correo. Busca el nombre del servicio en todo el buzón: un filtro pudo mover el mensaje.",
		},
		address: {
			title: "¿Es la dirección que estás mirando?",
			text: "Casi todos los servicios muestran una parte. Compárala con el buzón abierto y comprueba que no esté lleno.",
		},
		others: {
			title: "¿Te llegan los códigos de otros servicios?",
			text: "Si no llega ninguno, revisa primero tu teléfono, tu buzón o tu operador. Si solo fallan los de este, no es cosa tuya.",
		},
		blocked: {
			title: "¿Están bloqueados los números cortos o desconocidos?",
			text: "Los códigos suelen venir de números de cinco o seis cifras, o del extranjero. Los filtros de spam, «silenciar desconocidos» y algunas tarifas los paran.",
		},
		line: {
			title: "¿Es la línea correcta de la app?",
			text: "Un teléfono nuevo, o configurarla otra vez, crea una línea nueva; la antigua muestra cifras que ya no valen. Espera a las siguientes y escríbelas enseguida.",
		},
		app: {
			title: "Abre la propia app",
			text: "El aviso suele esperar dentro. Las notificaciones pueden estar apagadas o en silencio con poca batería, y la app debe tener la sesión iniciada en este teléfono.",
		},
		used: {
			title: "¿Ya usaste este código?",
			text: "Cada uno vale una vez, y una lista nueva anula las anteriores. Prueba el siguiente de la lista, sin espacios.",
		},
		port: {
			title: "Prueba otro puerto u otro navegador",
			text: "Conéctala sin adaptador, o acércala a la parte alta trasera del teléfono. Solo sirve en la dirección donde se configuró.",
		},
	},

	offline: {
		title: "No tienes conexión.",
		text: "No se pudo cargar esta página. Abajo está lo que decíamos la última vez que miró este navegador; puede haber cambiado. Un aviso que rellenes ahora se guarda en este dispositivo y se envía cuando vuelva la conexión.",
		tryAgain: "Intentar de nuevo",
		nothingSeen: "Este navegador aún no ha mirado ningún servicio.",
		back: (word) => `Entonces: ${word}`,
		lastRead: (time) => `Última lectura, ${time}:`,
	},
};
