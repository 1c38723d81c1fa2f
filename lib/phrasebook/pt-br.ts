import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { figure, counted } = numbersOf("pt-BR");
const places = placesIn("pt-BR");

/** After “código”: how it should have come. */
const by = {
	sms: "por SMS",
	call: "por ligação",
	email: "por e-mail",
	push: "por notificação",
	authenticator: "do app autenticador",
	messenger: "por mensageiro",
	backup: "de backup",
	key: "da chave de segurança",
} as const satisfies Record<Channel, string>;

export const people = counted({ one: "# pessoa", many: "# de pessoas", other: "# pessoas" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "menos de 1" : figure(Math.round(expected)));
const minutesOf = counted({ one: "no último minuto", many: "nos últimos # minutos", other: "nos últimos # minutos" });
const place = (where: Where) => (where.length === 0 ? "em alguns lugares" : places(where));
const there = (where: Where | null) => (where === null ? "" : ` (${place(where)})`);
const codes = ({ channel, service }: { channel: Channel; service: string }) => `códigos de ${service} ${by[channel]}`;
const failedOf = (failed: number, all: number) => `${figure(failed)} de ${people(all)}`;
const DAY = "nas últimas 24 horas";

export const ptBr: Phrasebook = {
	language: "pt-BR",
	states: { calm: "Calmo", raised: "Possível", failing: "Falhando", unknown: "Desconhecido" },
	quiet: { silence: "Sem relatos", few: "Poucos relatos", doubt: "Não está claro" },

	nobodyNew: ({ channel, minutes, where }) =>
		`Algumas pessoas${there(where)} não receberam o código ${by[channel]}; ninguém mais se manifestou ${minutesOf(minutes)}.`,
	allCame: ({ channel, minutes, where, answered }) =>
		`Quem tentou ${minutesOf(minutes)} (${people(answered)}) recebeu o código ${by[channel]}; antes disso, muita gente não recebeu${there(where)}.`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`${failedOf(missing, answered)} que tentaram ${minutesOf(minutes)} não receberam nenhum código ${by[channel]}.`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`${failedOf(failed, answered)} que tentaram ${minutesOf(minutes)} tiveram problemas com o código ${by[channel]}.`,
	silence: ({ service }) => `Ninguém relatou nada sobre ${service} ${DAY}.`,
	lookedInto: "Verificamos os últimos relatos e não encontramos sinal de falha.",
	few: ({ failed, reporters }) =>
		failed === 0
			? `Responderam ${people(reporters)} ${DAY} e receberam o código: é pouco para saber.`
			: `Tiveram problemas ${failedOf(failed, reporters)} ${DAY}: é pouco para saber.`,
	doubt: ({ failed, minutes, why }) =>
		`Tiveram problemas ${people(failed)} ${minutes === null ? DAY : minutesOf(minutes)}; ${ptBr.why(why)}.`,
	why(why) {
		if (why.kind === "ended") return "a moderação encerrou o incidente";
		if (why.kind === "not-yet") return "por enquanto não chega a ser um incidente";
		return `o incidente que começou por volta de ${clockTime(new Date(why.startedAt))} parece ter terminado`;
	},
	fine: ({ arrived, reporters }) => `Sem sinal de problemas: ${failedOf(arrived, reporters)} receberam o código ${DAY}.`,
	ordinary: ({ failed }) => `Nada fora do comum: tiveram problemas ${people(failed)} ${DAY}, como em qualquer dia.`,
	unknown: ({ service }) => `Não conseguimos dizer agora se os códigos de ${service} estão chegando.`,

	place,
	only: (where) => `Por enquanto só: ${place(where)}; os números contam todo mundo.`,
	usually: (expected) => `O normal: ${usual(expected)}.`,
	started: (time) => `Começou por volta de ${time}.`,
	ourFault: "O problema está do nosso lado, não necessariamente do deles.",
	lastReading: (time, sentence) => `A última leitura, às ${time}, foi: ${sentence}`,

	staySignedIn: {
		deed: "Se você ainda está conectado em algum lugar, não saia da conta.",
		text: "Para entrar de novo, talvez seja preciso o código que não chega.",
	},
	dontResend: {
		deed: "Não fique pedindo um código novo.",
		text: "Um código novo pode anular o anterior, e tentativas demais podem bloquear você. Se for preciso, tente mais uma vez daqui a meia hora.",
	},
	fallbacks: {
		key: { deed: "Adicione uma chave de segurança, se ainda consegue abrir as configurações.", text: "Ela não precisa de código nenhum." },
		authenticator: {
			deed: "Adicione um app autenticador, se ainda consegue abrir as configurações.",
			text: "Os códigos são criados no seu celular; ninguém precisa entregá-los.",
		},
		email: { deed: "Se oferecerem um código por e-mail, escolha essa opção.", text: "Olhe também na caixa de spam." },
		push: { deed: "Se você tem o app em outro aparelho, aprove a entrada por lá.", text: "Aprove só o que você mesmo começou." },
		backup: { deed: "Use um código de backup, se você guardou algum.", text: "Cada um funciona uma vez. Guarde um para depois." },
	},
	works: ({ came, answered, minutes }) => `Funcionou para ${failedOf(came, answered)} ${minutesOf(minutes)}.`,
	heldForIncident: (channel) => `Não damos este conselho: também há um incidente aberto com os códigos ${by[channel]}.`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`Não damos este conselho: ${failedOf(failed, answered)} também relatam problemas com o código ${by[channel]}.`,

	widget: {
		title: (service) => `${service}: os códigos estão chegando?`,
		calm: "Os códigos chegam como sempre.",
		quiet: "Ninguém relata problemas.",
		cannotTell: "Não conseguimos dizer agora.",
		demo: "Demo",
		at: (time) => `às ${time}`,
		reportYours: "Relate o seu",
		whatPeopleReport: "O que as pessoas relatam",
		failing: (said) =>
			`${failedOf(said.failed, said.answered)} tiveram problemas com os ${codes(said)} ${minutesOf(said.minutes)}${said.where === null ? "" : `; a falha por enquanto é só: ${place(said.where)}`}.`,
		raised: (said) => `Os ${codes(said)} podem não estar chegando${there(said.where)}.`,
		fine: (said) => `Sem sinal de problemas com os ${codes(said)}.`,
		silent: (said) => `Sem relatos sobre os ${codes(said)}.`,
		doubt: (said) => `Hoje mais gente que o normal teve problemas com os ${codes(said)}; por enquanto não chega a ser um incidente.`,
		few: (said) =>
			said.answered === 0
				? `Pouca gente falou dos ${codes(said)} para saber.`
				: `${failedOf(said.failed, said.answered)} tiveram problemas com os ${codes(said)}; é pouco para saber.`,
		unknown: (said) => `Não conseguimos dizer se os ${codes(said)} estão chegando.`,
	},
};
