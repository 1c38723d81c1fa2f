import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { figure, counted } = numbersOf("tr");
const places = placesIn("tr");

/** What a person waits for on a channel. */
const code = {
	sms: "SMS kodu",
	call: "aramayla gelen kod",
	email: "e-posta kodu",
	push: "anlık bildirim",
	authenticator: "doğrulama uygulaması kodu",
	messenger: "mesajlaşma uygulaması kodu",
	backup: "yedek kod",
	key: "güvenlik anahtarı",
} as const satisfies Record<Channel, string>;

export const people = counted({ one: "# kişi", other: "# kişi" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "1’den az" : figure(Math.round(expected)));
const toPeople = counted({ one: "# kişiye", other: "# kişiye" });
const minutesOf = counted({ one: "son # dakikada", other: "son # dakikada" });
const place = (where: Where) => (where.length === 0 ? "bazı yerler" : places(where));
const there = (where: Where | null) => (where === null ? "" : ` (${place(where)})`);
const codes = ({ channel, service }: { channel: Channel; service: string }) => `${service} – ${code[channel]}`;
const among = (all: number) => `${people(all)} arasında`;
const DAY = "son 24 saatte";

export const tr: Phrasebook = {
	language: "tr",
	states: { calm: "Sakin", raised: "Olası", failing: "Arızalı", unknown: "Bilinmiyor" },
	quiet: { silence: "Bildirim yok", few: "Çok az bildirim", doubt: "Net değil" },

	nobodyNew: ({ channel, minutes, where }) =>
		`Bazı kişilere ${code[channel]} ulaşmadı${there(where)}; ${minutesOf(minutes)} yeni bir bildirim gelmedi.`,
	allCame: ({ channel, minutes, where, answered }) =>
		`${capital(minutesOf(minutes))} deneyen ${toPeople(answered)} ${code[channel]} ulaştı; daha önce birçok kişiye ulaşmadı${there(where)}.`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`${capital(minutesOf(minutes))} deneyen ${among(answered)} ${toPeople(missing)} ${code[channel]} ulaşmadı.`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`${capital(minutesOf(minutes))} deneyen ${among(answered)} ${people(failed)} sorun yaşadı: ${code[channel]}.`,
	silence: ({ service }) => `${capital(DAY)} kimse ${service} hakkında bir şey bildirmedi.`,
	lookedInto: "Son bildirimleri inceledik ve arıza belirtisi bulmadık.",
	few: ({ failed, reporters }) =>
		failed === 0
			? `${capital(DAY)} ${people(reporters)} yanıt verdi ve kodunu aldı; karar vermek için çok az.`
			: `${capital(DAY)} yanıt veren ${among(reporters)} ${people(failed)} sorun yaşadı; karar vermek için çok az.`,
	doubt: ({ failed, minutes, why }) =>
		`${capital(minutes === null ? DAY : minutesOf(minutes))} ${people(failed)} sorun yaşadı; ${tr.why(why)}.`,
	why(why) {
		if (why.kind === "ended") return "bir moderatör olayı sona erdirdi";
		if (why.kind === "not-yet") return "şimdilik bir olay sayılacak kadar değil";
		return `${clockTime(new Date(why.startedAt))} civarında başlayan olay bitmiş görünüyor`;
	},
	fine: ({ arrived, reporters }) => `Sorun belirtisi yok: ${DAY} yanıt veren ${among(reporters)} ${people(arrived)} kodunu aldı.`,
	ordinary: ({ failed }) => `Olağan dışı bir şey yok: ${DAY} ${people(failed)} sorun yaşadı, her günkü gibi.`,
	unknown: ({ service }) => `${service} kodlarının ulaşıp ulaşmadığını şu anda söyleyemiyoruz.`,

	place,
	only: (where) => `Şimdilik yalnızca: ${place(where)}; sayılar herkesi kapsıyor.`,
	usually: (expected) => `Olağan sayı: ${usual(expected)}.`,
	started: (time) => `${time} civarında başladı.`,
	ourFault: "Sorun bizim tarafımızda, onlarda olmayabilir.",
	lastReading: (time, sentence) => `Son okuma, ${time}: ${sentence}`,

	staySignedIn: {
		deed: "Bir yerde oturumunuz hâlâ açıksa kapatmayın.",
		text: "Yeniden giriş için gelmeyen kod gerekebilir.",
	},
	dontResend: {
		deed: "Tekrar tekrar yeni kod istemeyin.",
		text: "Yeni kod bir öncekini geçersiz kılabilir, çok fazla deneme hesabınızı kilitleyebilir. Gerekirse yarım saat sonra bir kez daha deneyin.",
	},
	fallbacks: {
		key: { deed: "Ayarlara hâlâ girebiliyorsanız bir güvenlik anahtarı ekleyin.", text: "Hiç kod gerektirmez." },
		authenticator: {
			deed: "Ayarlara hâlâ girebiliyorsanız bir doğrulama uygulaması ekleyin.",
			text: "Kodları telefonunuzda üretilir; kimsenin göndermesi gerekmez.",
		},
		email: { deed: "E-postayla kod seçeneği sunulursa onu seçin.", text: "İstenmeyen posta klasörüne de bakın." },
		push: { deed: "Uygulama başka bir cihazınızda varsa girişi oradan onaylayın.", text: "Yalnızca kendi başlattığınızı onaylayın." },
		backup: { deed: "Kaydettiyseniz bir yedek kod kullanın.", text: "Her biri bir kez geçerlidir. Birini sonraya saklayın." },
	},
	works: ({ came, answered, minutes }) => `${capital(minutesOf(minutes))} deneyen ${among(answered)} ${people(came)} bu yolla başardı.`,
	heldForIncident: (channel) => `Bu öneriyi şimdilik vermiyoruz: bu yolda da açık bir olay var (${code[channel]}).`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`Bu öneriyi şimdilik vermiyoruz: ${among(answered)} ${people(failed)} bu yolda da sorun bildiriyor (${code[channel]}).`,

	widget: {
		title: (service) => `${service}: kodlar ulaşıyor mu?`,
		calm: "Kodlar her zamanki gibi ulaşıyor.",
		quiet: "Kimse sorun bildirmiyor.",
		cannotTell: "Şu anda söyleyemiyoruz.",
		demo: "Demo",
		at: (time) => `saat ${time}`,
		reportYours: "Siz de bildirin",
		whatPeopleReport: "İnsanlar ne bildiriyor",
		failing: (said) =>
			`${codes(said)}: ${minutesOf(said.minutes)} deneyen ${among(said.answered)} ${people(said.failed)} sorun yaşadı${said.where === null ? "" : `; arıza şimdilik yalnızca: ${place(said.where)}`}.`,
		raised: (said) => `${codes(said)}: ulaşmıyor olabilir${there(said.where)}.`,
		fine: (said) => `${codes(said)}: sorun belirtisi yok.`,
		silent: (said) => `${codes(said)}: bildirim yok.`,
		doubt: (said) => `${codes(said)}: bugün her zamankinden çok kişi sorun yaşadı; şimdilik bir olay sayılacak kadar değil.`,
		few: (said) =>
			said.answered === 0
				? `${codes(said)}: karar vermek için çok az kişi yanıt verdi.`
				: `${codes(said)}: ${among(said.answered)} ${people(said.failed)} sorun yaşadı; karar vermek için çok az.`,
		unknown: (said) => `${codes(said)}: ulaşıp ulaşmadığını söyleyemiyoruz.`,
	},
};

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase("tr") + text.slice(1);
}
