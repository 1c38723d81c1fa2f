import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { figure, counted } = numbersOf("tr");
const people = counted({ one: "# kişi", other: "# kişi" });
const usual = (expected: number) => (expected < 1 ? "1’den az" : figure(Math.round(expected)));

export const tr: Phrases = {
	nav: {
		label: "Ana menü",
		skip: "Sayfaya geç",
		menu: "Menü",
		report: "Kod bildir",
		overview: "Genel bakış",
		incidents: "Olaylar",
		carriers: "Operatörler",
		countries: "Ülkeler",
		method: "Yöntem",
		widget: "Araç",
	},
	footer: {
		promise:
			"Undelivered hiçbir zaman SMS göndermez; kod, parola ya da telefon numarası istemez. Reklam yok, başkasından yüklenen hiçbir şey yok, bir şey bildirene kadar çerez de yok.",
		howWeKnow: "Nereden biliyoruz",
		privacy: "Gizlilik",
		languages: "Diller",
	},
	codes: {
		sms: "SMS kodları",
		call: "kodlu aramalar",
		email: "e-posta kodları",
		push: "anlık bildirimler",
		authenticator: "doğrulama uygulaması kodları",
		messenger: "mesajlaşma kodları",
		backup: "yedek kodlar",
		key: "güvenlik anahtarları",
	},
	statement: {
		allServices: "Tüm hizmetler",
		keep: "Hizmetlerime ekle",
		confirmedBy: { crowd: "yayımlanan kurala göre doğrulandı, saat", moderator: "moderatör doğruladı, saat" },
		notConfirmed: "henüz doğrulanmadı",
		whatToDo: "Şimdi ne yapmalı",
		restsOn: "Dayanağı",
		rests: {
			incident: "Açık bir olay",
			reports: "Kişilerin bildirimleri",
			silence: "Bildirim olmaması",
			few: "Çok az kişi",
			doubt: "Birbirini tutmayan bildirimler",
			nothing: "Okuyabildiğimiz bir şey yok",
		},
		lastReport: "Son bildirim",
		read: "Okuma",
		confidence: "Kesinlik",
		confidences: { confirmed: "Doğrulandı", strong: "Güçlü, doğrulanmadı", early: "Henüz erken" },
		networks: counted({ one: "# ağ", other: "# ağ" }),
		fault: "Neden",
		causes: {
			service: "Hizmet ya da onun göndericisi",
			carrier: "Operatör",
			region: "Bölge",
			"shared-sender": "Birkaç hizmetin ortak göndericisi",
			undetermined: "Belirsiz",
		},
		hereIsWhy: "neden böyle",
		says: (service) => `${service} ne diyor`,
		stances: {
			silent: "Bir şey söylemedi",
			denied: "Yalanladı",
			partly_acknowledged: "Kısmen kabul etti",
			admitted: "Kabul etti",
			fixed: "Düzeldiğini söylüyor",
		},
		nothingKnown: "Bildiğimiz bir şey yok",
		utc: "Saatler UTC",
		clockOf: (city) => `Saatler: ${city}`,
		justNow: "şimdi",
	},
	people: {
		none: "kod almadı",
		late: "geç ya da reddedildi",
		inTime: "zamanında aldı",
		usually: (expected) => `olağan: ${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`${codes} hakkında yanıt veren ${people(answered)}: ${figure(none)} kod almadı, ${figure(late)} geç aldı ya da kodu reddedildi, ${figure(inTime)} zamanında aldı. Olağan sayı: ${usual(expected)}.`,
	},
	ask: { question: (service) => `${service} kodunuz geldi mi?`, none: "Gelmedi", late: "Geç ya da reddedildi", came: "Geldi" },
	advice: {
		lead: (service) => `${service} kodu gelmediğinde.`,
		heldBack: "Şimdilik önermiyoruz:",
		ordinary: [
			{ deed: "Yeniden istemeden önce beş dakika bekleyin.", text: "Yeni kod bir öncekini geçersiz kılabilir." },
			{ deed: "Yalnızca en yeni kodu kullanın.", text: "İki kez istediyseniz ilki, sonradan gelse bile büyük olasılıkla geçersizdir." },
			{
				deed: "Kodların kaybolduğu yerlere bakın.",
				text: "İstenmeyen posta klasörü, engellenen göndericiler, dolu gelen kutusu, çekmeyen ya da uçak modundaki telefon.",
			},
		],
		signedOut: "Oturumu kapattınız mı?",
		otherWay: (service) => `${service} kod almak için başka bir yol sunuyorsa onu seçin. Sunmuyorsa en güvenlisi beklemektir.`,
		helpFrom: (service) => `${service} yardım sayfası`,
		nobodyAsks: "Burada kimse kodunuzu ya da parolanızı istemez. Bunu sizin için “halletmeyi” öneren kişi hesabınızın peşindedir.",
		orMe: "Yoksa sorun bende mi?",
		lookNearer: "Hiçbir hizmetin kodu gelmiyorsa önce telefonunuza ya da operatörünüze bakın.",
		checks: "Hızlı kontroller",
	},
};
