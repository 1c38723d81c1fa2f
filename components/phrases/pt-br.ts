import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { figure, counted } = numbersOf("pt-BR");
const people = counted({ one: "# pessoa", many: "# de pessoas", other: "# pessoas" });
const usual = (expected: number) => (expected < 1 ? "menos de 1" : figure(Math.round(expected)));

export const ptBr: Phrases = {
	nav: {
		label: "Principal",
		skip: "Ir para o conteúdo",
		menu: "Menu",
		report: "Relatar um código",
		overview: "Visão geral",
		incidents: "Incidentes",
		carriers: "Operadoras",
		countries: "Países",
		method: "Método",
		widget: "Widget",
	},
	footer: {
		promise:
			"O Undelivered nunca envia SMS e nunca vai pedir um código, uma senha ou um número de telefone. Sem anúncios, nada de terceiros e nenhum cookie até você relatar algo.",
		howWeKnow: "Como sabemos",
		privacy: "Privacidade",
		languages: "Idiomas",
	},
	codes: {
		sms: "códigos por SMS",
		call: "ligações com um código",
		email: "códigos por e-mail",
		push: "notificações",
		authenticator: "códigos do app autenticador",
		messenger: "códigos por mensageiro",
		backup: "códigos de backup",
		key: "chaves de segurança",
	},
	statement: {
		allServices: "Todos os serviços",
		keep: "Guardar nos meus serviços",
		confirmedBy: { crowd: "confirmado pela regra publicada às", moderator: "confirmado pela moderação às" },
		notConfirmed: "ainda não confirmado",
		whatToDo: "O que fazer agora",
		restsOn: "Baseia-se em",
		rests: {
			incident: "Um incidente aberto",
			reports: "Relatos de pessoas",
			silence: "Ninguém ter relatado",
			few: "Pouquíssimas pessoas",
			doubt: "Relatos que não fecham",
			nothing: "Nada que pudéssemos ler",
		},
		lastReport: "Último relato",
		read: "Leitura",
		confidence: "Certeza",
		confidences: { confirmed: "Confirmado", strong: "Alta, não confirmada", early: "Ainda cedo" },
		networks: counted({ one: "# rede", many: "# de redes", other: "# redes" }),
		fault: "Causa",
		causes: {
			service: "O serviço ou quem envia por ele",
			carrier: "A operadora",
			region: "A região",
			"shared-sender": "Um remetente de vários serviços",
			undetermined: "Indeterminada",
		},
		hereIsWhy: "por quê",
		says: (service) => `${service} diz`,
		stances: {
			silent: "Não disse nada",
			denied: "Nega",
			partly_acknowledged: "Reconhece em parte",
			admitted: "Admite",
			fixed: "Diz que foi resolvido",
		},
		nothingKnown: "Nada que saibamos",
		utc: "Horários em UTC",
		clockOf: (city) => `Horários de ${city}`,
		justNow: "agora mesmo",
	},
	people: {
		none: "sem código",
		late: "atrasado ou recusado",
		inTime: "a tempo",
		usually: (expected) => `normal: ${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`${people(answered)} sobre ${codes}: ${figure(none)} sem código, ${figure(late)} atrasado ou recusado, ${figure(inTime)} a tempo. O normal: ${usual(expected)} com problemas.`,
	},
	ask: { question: (service) => `Seu código de ${service} chegou?`, none: "Não chegou", late: "Atrasado ou recusado", came: "Chegou" },
	advice: {
		lead: (service) => `Se um código de ${service} não chega.`,
		heldBack: "Conselho retido:",
		ordinary: [
			{ deed: "Espere cinco minutos antes de pedir outro.", text: "Um código novo pode anular o anterior." },
			{
				deed: "Use só o código mais recente.",
				text: "Se você pediu duas vezes, o primeiro provavelmente não vale mais, mesmo que chegue por último.",
			},
			{
				deed: "Olhe onde os códigos se perdem.",
				text: "Caixa de spam, remetentes bloqueados, caixa de entrada cheia, celular sem sinal ou em modo avião.",
			},
		],
		signedOut: "Já saiu da conta?",
		otherWay: (service) => `Se ${service} oferece outra forma de receber o código, escolha essa. Se não, esperar é o mais seguro.`,
		helpFrom: (service) => `Ajuda de ${service}`,
		nobodyAsks: "Ninguém aqui vai pedir seu código ou sua senha. Quem se oferece para “resolver” isso quer a sua conta.",
		orMe: "Ou sou eu?",
		lookNearer: "Se não chega código de nenhum serviço, olhe primeiro o seu celular ou a sua operadora.",
		checks: "Verificações rápidas",
	},
};
