import { NOTE_LENGTH_MAX } from "@/lib/note";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { FormPhrases } from "../form-phrases";

const { counted } = numbersOf("tr");
const seconds = counted({ one: "# saniye", other: "# saniye" });

export const tr: FormPhrases = {
	lead: "Tahminlerimiz doğruysa üç dokunuş yeter. Hesap yok, telefon numarası yok.",
	codeFrom: "Kodu gönderen:",
	change: "Değiştir",
	who: "Kodu kim göndermeliydi?",
	how: "Kod nasıl gelmeliydi?",
	anotherWay: "Başka bir yol",
	what: "Ne oldu?",
	when: "En son ne zaman denediniz?",
	tried: { 0: "Şimdi", 30: "Son bir saat içinde", 360: "Bugün daha önce" },
	channels: {
		sms: { name: "SMS", hint: "kısa mesaj" },
		call: { name: "Arama", hint: "bir ses okur" },
		email: { name: "E-posta", hint: null },
		push: { name: "Anlık bildirim", hint: "uygulamada onaylanır" },
		authenticator: { name: "Doğrulama uygulaması", hint: "değişen rakamlar" },
		messenger: { name: "Mesajlaşma", hint: "WhatsApp, Viber ve benzerleri" },
		backup: { name: "Yedek kod", hint: "sakladığınız listeden" },
		key: { name: "Güvenlik anahtarı", hint: "USB ya da NFC" },
	},
	symptoms: {
		missing: { name: "Hiç gelmedi", hint: null },
		late: { name: "Çok geç geldi", hint: null },
		rejected: { name: "Geldi ama reddedildi", hint: null },
		blocked: { name: "Kod gönderilmeden durduruldum", hint: "“Sonra deneyin”, “numara desteklenmiyor”" },
		arrived: { name: "Zamanında geldi", hint: "Bu da bir arıza kadar işe yarar: kaç kişide sorun olmadığını öğreniriz." },
	},
	where: "Neredesiniz?",
	chooseCountry: "Ülke seçin",
	guessed: "Bağlantınızdan tahmin ettik.",
	onlyCountry: "Ülkeyi tutarız, adresinizi asla.",
	network: "Mobil operatörünüz",
	mailbox: "E-posta kutunuz nerede?",
	optional: "(isteğe bağlı)",
	more: "Ne kadar beklediğinizi ya da ne yaptığınızı ekleyin",
	howLong: "Ne kadar beklediniz?",
	waited: { 30: "Bir dakikadan az", 180: "1–5 dakika", 600: "5–15 dakika", 2100: "15 dakika–1 saat", 7200: "Bir saatten uzun" },
	doing: "Ne yapıyordunuz?",
	flows: {
		"sign-up": "Kayıt oluyordum",
		"log-in": "Oturum açıyordum",
		recovery: "Hesabımı geri alıyordum",
		settings: "Bir ayarı değiştiriyordum",
		export: "Verilerimi istiyordum",
	},
	ratherNot: "Söylemek istemiyorum",
	anythingElse: "Başka bir şey var mı?",
	noteHint: "Numara, ad, kod ve bağlantı yazmayın: bunları sileriz. Bunu yalnızca moderatörler okur.",
	send: "Bildirimi gönder",
	sending: "Gönderiliyor",
	leaveEmpty: "Burayı boş bırakın",
	neverAsked:
		"Numaranızı, e-posta adresinizi, kullanıcı adınızı ya da kodunuzu hiçbir zaman sormayız. Bunlara ihtiyacımız yok, bizde olmayan da sızamaz. Undelivered’dan hiç kimse sizinle iletişime geçmez.",

	notListed: {
		typeDomain: "Listede yok mu? example.org gibi alan adını yazıp yeniden gönderin; ardından önerebilirsiniz.",
		suggest: (domain) => `Listede yok: ${domain} önerilsin`,
		looked: "Önce bir moderatör bakar. Bildiriminiz saklanır ve hizmet eklenince sayılır.",
	},
	problems: {
		service: "Listede olduğu gibi, bildiğimiz bir hizmet yazın.",
		channel: "Bu hizmetin kod gönderdiği bir yol seçin.",
		symptom: "Ne olduğunu seçin. Güvenlik anahtarı ya reddedilir ya çalışır.",
		triedMinutesAgo: "Ne zaman denediğinizi seçin.",
		region: "Listeden ülkenizi seçin.",
		carrier: "Listeden bir ad seçin ya da boş bırakın.",
		waitedSeconds: "Birini seçin ya da “söylemek istemiyorum” deyin.",
		flow: "Birini seçin ya da “söylemek istemiyorum” deyin.",
		note: counted({
			one: "En çok # karakterlik düz metin yazın ya da boş bırakın.",
			other: "En çok # karakterlik düz metin yazın ya da boş bırakın.",
		})(NOTE_LENGTH_MAX),
		website: "Burayı boş bırakın.",
	},
	refusals: {
		malformed: { title: "Bunu okuyamadık", text: "Aşağıda işaretli olanı düzeltip yeniden gönderin." },
		"not-text": { title: "Bu düz metin değil", text: "Özel karakterleri çıkarıp yeniden gönderin." },
		"from-the-future": { title: "O saat henüz gelmedi", text: "Ne zaman denediğinizi seçin." },
		"unknown-service": { title: "Bu hizmeti bilmiyoruz", text: "Burada bu adla bir hizmet yok." },
		"declined-service": {
			title: "Bu hizmet listemizde yok",
			text: "Bir moderatör baktı ve eklemedi; bu yüzden onun hakkında bildirim almıyoruz.",
		},
		"unknown-carrier": { title: "Bu operatörü bilmiyoruz", text: "Listeden bir ad seçin ya da boş bırakın." },
		"unknown-region": { title: "Bu ülkeyi bilmiyoruz", text: "Listeden ülkenizi seçin." },
		"unsupported-channel": { title: "Bu hizmet bu yolu kullanmıyor", text: "Başka bir yol seçin." },
		"too-many": {
			title: "Kısa sürede çok fazla",
			text: "Az önce çok sayıda bildirim gönderdiniz. Hepsi güvende; yenisini göndermeden önce bekleyin.",
		},
		busy: { title: "Bunu şu anda yapamadık", text: "Hiçbir şey kaydedilmedi. Birazdan yeniden gönderin." },
	},
	refused: { title: "Bu alınmadı", text: "Birazdan yeniden gönderin." },
	didYouMean: (names) => `Şunu mu demek istediniz: ${names}?`,
	sendsBy: (channels) => `Kodları şu yollarla gönderir: ${channels}.`,
	againIn: counted({ one: "# dakika sonra yeniden deneyin.", other: "# dakika sonra yeniden deneyin." }),
	typedIsKept: "Yazdıklarınız duruyor.",
	broken: {
		title: "Bildiriminizi kaydedemedik.",
		text: "Bizim tarafımızda bir şey bozuldu. Yazdığınız her şey olduğu gibi duruyor: birazdan yeniden gönderin.",
	},

	thanks: {
		counted: "Sayıldı. Teşekkürler.",
		kept: "Saklandı. Teşekkürler.",
		alreadyTold: "Bunu bize zaten bildirdiniz.",
		notListedYet: (service) => `${service} henüz listede yok. Bildiriminiz saklandı ve bir moderatör hizmeti ekleyince sayılır.`,
		outlined: "Çerçeveli kutu sizsiniz.",
		listedAlready: (domain, service) => `${domain}, zaten listede olan ${service} hizmetine ait: bildiriminiz orada.`,
		onceOnly: "O bildirim bir kez sayılır. Yinelemek onu taze tutar, kanıtı artırmaz.",
		asking:
			"Size yazamayız; bu yüzden soru altı saat burada bekler: bu sayfada ve hizmetin sayfasında. Geç gelen bir kodu bilmek de işe yarar.",
		stay: "Hiçbir yerde oturumu kapatmayın. Sürekli yeniden kod istemeyin.",
		whatElse: "Başka ne yapmalı",
		takenBack: "Geri alındı.",
		countsNoMore: "Bildiriminiz artık sayılmıyor.",
		reportAgain: "Yeniden bildir",
	},

	waiting: {
		notSentYet: "Bildiriminiz henüz gönderilmedi.",
		unreached: (about, time) =>
			`Bize ulaşılamadı ya da bizim tarafımızda bir şey bozuldu. ${about} hakkındaki bildiriminiz bu cihazda saklanıyor; denediğiniz saatle birlikte kendiliğinden yeniden göndermeyi deneriz: ${time}.`,
		offline: (about, time) =>
			`${about} hakkındaki bildiriminiz bu cihazda saklanıyor ve bağlantı gelince denediğiniz saatle birlikte gönderilecek: ${time}.`,
		tryNow: "Şimdi dene",
		throwAway: "Sil",
		mayClose: "Bu sayfayı kapatabilirsiniz. Bir gün içinde yeniden açın, bildirim gönderilir.",
		leaveOpen: "Bu tarayıcı hiçbir şey saklamıyor: bu sayfayı açık bırakın.",
		notSent: (about) => `${about} hakkındaki bildiriminiz gönderilmedi.`,
		tooOld: (time) => `Deneme zamanınız ${time}, bir günden uzun süre önce: bu artık şu an hakkında bir şey söylemez.`,
		mend: "Düzelt",
		useAgain: "Yeniden kullan",
	},

	isItMe: "Bildirmeden önce: sorun bende mi?",
	clock: {
		title: "Bu cihazın saati doğru mu?",
		needs:
			"Uygulama kodları için saat yarım dakikaya kadar doğru olmalıdır. “Saati otomatik ayarla” seçeneğini açın, sonra bir sonraki kodu deneyin.",
		yes: "Evet:",
		agrees: (off) => `bizimkiyle arasındaki fark en çok ${seconds(off)}. Uygulama kodları için bu gerekir.`,
		no: "Hayır:",
		isOff: (off) => `fark ${seconds(off)}. Uygulama kodları reddedilir: “saati otomatik ayarla” seçeneğini açın.`,
	},
	checks: {
		newest: {
			title: "Yalnızca en yeni kodu kullanın",
			text: "İki kez istediyseniz ilki, sonradan gelse bile büyük olasılıkla geçersizdir. Yeniden istemeden önce beş dakika bekleyin.",
		},
		number: {
			title: "Şu anki numaranız mı?",
			text: "Çoğu hizmet son iki rakamı gösterir. Kod, yıllar önce verdiğiniz bir numaraya ya da ikinci bir SIM karta gidiyor olabilir.",
		},
		spam: {
			title: "İstenmeyen posta klasörüne bakın",
			text: "Postaların ayrıldığı sekme ve klasörlere de bakın. Tüm kutuda hizmetin adını arayın: bir filtre postayı taşımış olabilir.",
		},
		address: {
			title: "Baktığınız adres doğru mu?",
			text: "Çoğu hizmet adresin bir bölümünü gösterir. Açık olan kutuyla karşılaştırın ve kutunun dolu olmadığına bakın.",
		},
		others: {
			title: "Başka hizmetlerin kodları geliyor mu?",
			text: "Hiçbiri gelmiyorsa önce telefonunuza, e-posta kutunuza ya da operatörünüze bakın. Yalnızca bununkiler gelmiyorsa sorun sizde değildir.",
		},
		blocked: {
			title: "Kısa ya da bilinmeyen numaralar engelli mi?",
			text: "Kodlar çoğu zaman beş–altı haneli numaralardan ya da yurt dışından gelir. Spam filtreleri, “bilinmeyen arayanları sustur” ve bazı tarifeler bunları durdurur.",
		},
		line: {
			title: "Uygulamadaki doğru satır mı?",
			text: "Yeni telefon ya da yeniden kurulum yeni bir satır açar; eski satır artık geçmeyen rakamlar gösterir. Sonraki rakamları bekleyin ve hemen yazın.",
		},
		app: {
			title: "Uygulamanın kendisini açın",
			text: "İstek çoğu zaman uygulamanın içinde bekler. Bildirimler kapalı ya da pil azken sessizde olabilir; uygulamada bu telefonda oturum açık olmalıdır.",
		},
		used: {
			title: "Bu kod kullanıldı mı?",
			text: "Her biri bir kez geçer ve yeni liste eskilerin hepsini geçersiz kılar. Listedeki sonrakini boşluk bırakmadan deneyin.",
		},
		port: {
			title: "Başka bir bağlantı noktası ya da tarayıcı deneyin",
			text: "Adaptörsüz takın ya da telefonun arka üst kısmına tutun. Anahtar yalnızca kurulduğu adreste geçer.",
		},
	},

	offline: {
		title: "Çevrimdışısınız.",
		text: "Bu sayfa alınamadı. Aşağıda, bu tarayıcı son baktığında söylediklerimiz var; o zamandan beri değişmiş olabilir. Şimdi doldurduğunuz bildirim bu cihazda saklanır ve bağlantı gelince gönderilir.",
		tryAgain: "Yeniden dene",
		nothingSeen: "Bu tarayıcı henüz hiçbir hizmete bakmadı.",
		back: (word) => `O zaman: ${word}`,
		lastRead: (time) => `Son okuma ${time}:`,
	},
};
