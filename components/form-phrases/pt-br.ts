import { NOTE_LENGTH_MAX } from "@/lib/note";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { FormPhrases } from "../form-phrases";

const { counted } = numbersOf("pt-BR");
const seconds = counted({ one: "# segundo", many: "# de segundos", other: "# segundos" });

export const ptBr: FormPhrases = {
	lead: "Três toques se nossos palpites estiverem certos. Sem conta e sem número de telefone.",
	codeFrom: "Código de",
	change: "Trocar",
	who: "Quem deveria ter enviado o código?",
	how: "Como ele deveria chegar?",
	anotherWay: "De outro jeito",
	what: "O que aconteceu?",
	when: "Quando você tentou pela última vez?",
	tried: { 0: "Agora mesmo", 30: "Na última hora", 360: "Hoje mais cedo" },
	channels: {
		sms: { name: "SMS", hint: "mensagem de texto" },
		call: { name: "Ligação", hint: "uma voz lê o código" },
		email: { name: "E-mail", hint: null },
		push: { name: "Notificação", hint: "aprovar no app" },
		authenticator: { name: "App autenticador", hint: "dígitos que mudam" },
		messenger: { name: "Mensageiro", hint: "WhatsApp, Viber e outros" },
		backup: { name: "Código de backup", hint: "da sua lista guardada" },
		key: { name: "Chave de segurança", hint: "USB ou NFC" },
	},
	symptoms: {
		missing: { name: "Nunca chegou", hint: null },
		late: { name: "Chegou tarde demais", hint: null },
		rejected: { name: "Chegou e foi recusado", hint: null },
		blocked: { name: "Parou antes do envio de um código", hint: "“Tente mais tarde”, “número não aceito”" },
		arrived: { name: "Chegou a tempo", hint: "Ajuda tanto quanto uma falha: assim sabemos com quantos deu certo." },
	},
	where: "Onde você está?",
	chooseCountry: "Escolha um país",
	guessed: "Nosso palpite, pela sua conexão.",
	onlyCountry: "Guardamos o país, nunca o seu endereço.",
	network: "Sua rede de celular",
	mailbox: "Onde fica a sua caixa de e-mail?",
	optional: "(opcional)",
	more: "Acrescentar quanto tempo esperou ou o que estava fazendo",
	howLong: "Quanto tempo você esperou?",
	waited: {
		30: "Menos de um minuto",
		180: "De 1 a 5 minutos",
		600: "De 5 a 15 minutos",
		2100: "De 15 minutos a uma hora",
		7200: "Mais de uma hora",
	},
	doing: "O que você estava fazendo?",
	flows: {
		"sign-up": "Me cadastrando",
		"log-in": "Entrando na conta",
		recovery: "Recuperando uma conta",
		settings: "Mudando uma configuração",
		export: "Pedindo meus dados",
	},
	ratherNot: "Prefiro não dizer",
	anythingElse: "Mais alguma coisa?",
	noteHint: "Não coloque números, nomes, códigos nem links: nós riscamos. Só a moderação lê isto.",
	send: "Enviar relato",
	sending: "Enviando",
	leaveEmpty: "Deixe isto em branco",
	neverAsked:
		"Nunca pedimos seu número, e-mail, nome de usuário ou código. Não precisamos deles, e o que não temos não pode vazar. Ninguém do Undelivered vai entrar em contato com você.",

	notListed: {
		typeDomain: "Não está na lista? Digite o domínio, como example.org, envie de novo e você poderá sugeri-lo.",
		suggest: (domain) => `Não está na lista: sugerir ${domain}`,
		looked: "A moderação olha antes. Seu relato fica guardado e conta quando o serviço for incluído.",
	},
	problems: {
		service: "Indique um serviço que conhecemos, como está na lista.",
		channel: "Escolha um jeito pelo qual este serviço envia códigos.",
		symptom: "Escolha o que aconteceu. Uma chave de segurança é recusada ou funciona.",
		triedMinutesAgo: "Escolha quando você tentou.",
		region: "Escolha seu país na lista.",
		carrier: "Escolha um nome da lista ou deixe em branco.",
		waitedSeconds: "Escolha uma destas opções ou prefira não dizer.",
		flow: "Escolha uma destas opções ou prefira não dizer.",
		note: counted({
			one: "Escreva texto comum de até # caractere ou deixe em branco.",
			many: "Escreva texto comum de até # de caracteres ou deixe em branco.",
			other: "Escreva texto comum de até # caracteres ou deixe em branco.",
		})(NOTE_LENGTH_MAX),
		website: "Deixe isto em branco.",
	},
	refusals: {
		malformed: { title: "Não conseguimos ler isso", text: "Corrija o que está marcado abaixo e envie de novo." },
		"not-text": { title: "Isso não é texto comum", text: "Tire os caracteres especiais e envie de novo." },
		"from-the-future": { title: "Essa hora ainda não chegou", text: "Escolha quando você tentou." },
		"unknown-service": { title: "Não conhecemos este serviço", text: "Não há aqui um serviço com esse nome." },
		"declined-service": {
			title: "Não listamos este serviço",
			text: "A moderação olhou e não o incluiu; por isso não aceitamos relatos sobre ele.",
		},
		"unknown-carrier": { title: "Não conhecemos esta operadora", text: "Escolha um nome da lista ou deixe em branco." },
		"unknown-region": { title: "Não conhecemos este país", text: "Escolha seu país na lista." },
		"unsupported-channel": { title: "Este serviço não usa este jeito", text: "Escolha outro jeito." },
		"too-many": {
			title: "Muitos em pouco tempo",
			text: "Você acabou de enviar muitos relatos. Eles estão seguros; espere antes de enviar outro.",
		},
		busy: { title: "Não foi possível agora", text: "Nada foi salvo. Envie de novo daqui a pouco." },
	},
	refused: { title: "Isso não foi aceito", text: "Envie de novo daqui a pouco." },
	didYouMean: (names) => `Você quis dizer ${names}?`,
	sendsBy: (channels) => `Ele envia códigos destes jeitos: ${channels}.`,
	againIn: counted({ one: "Tente de novo em # minuto.", many: "Tente de novo em # de minutos.", other: "Tente de novo em # minutos." }),
	typedIsKept: "O que você preencheu continua aqui.",
	broken: {
		title: "Não conseguimos salvar seu relato.",
		text: "Algo quebrou do nosso lado. Ele continua aqui como você preencheu: envie de novo daqui a pouco.",
	},

	thanks: {
		counted: "Contado. Agradecemos.",
		kept: "Guardado. Agradecemos.",
		alreadyTold: "Você já tinha nos contado.",
		notListedYet: (service) => `${service} ainda não está na lista. Seu relato fica guardado e conta quando a moderação incluir o serviço.`,
		outlined: "O quadradinho contornado é você.",
		listedAlready: (domain, service) => `${domain} pertence a um serviço que já está na lista, ${service}: seu relato está lá.`,
		onceOnly: "Esse relato conta, uma vez. Repetir o mantém atual sem somar evidência.",
		asking:
			"Não podemos escrever para você, então a pergunta espera aqui por seis horas: nesta página e na do serviço. Também vale saber de um código que chega tarde.",
		stay: "Não saia de nenhuma conta. Não fique pedindo reenvio.",
		whatElse: "O que mais fazer",
		takenBack: "Retirado.",
		countsNoMore: "Seu relato não conta mais.",
		reportAgain: "Relatar de novo",
	},

	waiting: {
		notSentYet: "Seu relato ainda não foi enviado.",
		unreached: (about, time) =>
			`Não conseguimos conexão, ou algo quebrou do nosso lado. Seu relato sobre ${about} está guardado neste aparelho e continuamos tentando, com o horário da sua tentativa: ${time}.`,
		offline: (about, time) =>
			`Seu relato sobre ${about} está guardado neste aparelho e será enviado quando a conexão voltar, com o horário da sua tentativa: ${time}.`,
		tryNow: "Tentar agora",
		throwAway: "Descartar",
		mayClose: "Você pode fechar esta página. Abra-a de novo dentro de um dia e o relato será enviado.",
		leaveOpen: "Este navegador não guarda nada: deixe esta página aberta.",
		notSent: (about) => `Seu relato sobre ${about} não foi enviado.`,
		tooOld: (time) => `Você tentou em ${time}, há mais de um dia: isso já não diz nada sobre agora.`,
		mend: "Corrigir",
		useAgain: "Usar de novo",
	},

	isItMe: "Antes de relatar: sou eu?",
	clock: {
		title: "O relógio deste aparelho está certo?",
		needs:
			"Códigos de app precisam de um relógio certo dentro de meio minuto. Ligue “definir hora automaticamente” e tente o próximo código.",
		yes: "Sim:",
		agrees: (off) => `a diferença para o nosso é de no máximo ${seconds(off)}. Códigos de app precisam disso.`,
		no: "Não:",
		isOff: (off) => `a diferença é de ${seconds(off)}. Códigos de app serão recusados: ligue “definir hora automaticamente”.`,
	},
	checks: {
		newest: {
			title: "Use só o código mais recente",
			text: "Se você pediu duas vezes, o primeiro provavelmente não vale mais, mesmo que chegue por último. Espere cinco minutos antes de pedir outro.",
		},
		number: {
			title: "É o número que você tem agora?",
			text: "A maioria dos serviços mostra os dois últimos dígitos. O código pode ir para um número de anos atrás ou para um segundo chip.",
		},
		spam: {
			title: "Olhe na caixa de spam",
			text: "E nas abas e pastas em que sua caixa separa as mensagens. Procure o nome do serviço em toda a caixa: um filtro pode ter movido a mensagem.",
		},
		address: {
			title: "É o endereço que você está olhando?",
			text: "A maioria dos serviços mostra uma parte. Compare com a caixa aberta e veja se ela não está cheia.",
		},
		others: {
			title: "Chegam códigos de outros serviços?",
			text: "Se não chega nenhum, olhe primeiro o celular, a caixa de e-mail ou a operadora. Se só faltam os deste, não é você.",
		},
		blocked: {
			title: "Números curtos ou desconhecidos estão bloqueados?",
			text: "Códigos costumam vir de números de cinco ou seis dígitos, ou do exterior. Filtros de spam, “silenciar desconhecidos” e alguns planos os barram.",
		},
		line: {
			title: "É a linha certa no app?",
			text: "Um celular novo, ou configurar de novo, cria uma linha nova; a antiga mostra dígitos que não valem mais. Espere os próximos e digite logo.",
		},
		app: {
			title: "Abra o próprio app",
			text: "O pedido muitas vezes espera lá dentro. As notificações podem estar desligadas, ou mudas com a bateria fraca; e o app precisa estar conectado neste celular.",
		},
		used: {
			title: "Este código já foi usado?",
			text: "Cada um vale uma vez, e uma lista nova anula as anteriores. Tente o próximo da lista, sem espaços.",
		},
		port: {
			title: "Tente outra porta ou outro navegador",
			text: "Conecte sem adaptador, ou encoste na parte de cima das costas do celular. Ela só vale no endereço em que foi configurada.",
		},
	},

	offline: {
		title: "Você está sem conexão.",
		text: "Não foi possível carregar esta página. Abaixo está o que dizíamos quando este navegador olhou pela última vez; pode ter mudado. Um relato preenchido agora fica guardado neste aparelho e é enviado quando a conexão voltar.",
		tryAgain: "Tentar de novo",
		nothingSeen: "Este navegador ainda não olhou nenhum serviço.",
		back: (word) => `Antes: ${word}`,
		lastRead: (time) => `Última leitura, ${time}:`,
	},
};
