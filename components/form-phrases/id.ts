import { NOTE_LENGTH_MAX } from "@/lib/note";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { FormPhrases } from "../form-phrases";

const { counted } = numbersOf("id");
const seconds = counted({ other: "# detik" });

export const id: FormPhrases = {
	lead: "Tiga ketukan jika tebakan kami benar. Tanpa akun, tanpa nomor telepon.",
	codeFrom: "Kode dari",
	change: "Ganti",
	who: "Siapa yang seharusnya mengirim kode?",
	how: "Lewat apa seharusnya kode datang?",
	anotherWay: "Cara lain",
	what: "Apa yang terjadi?",
	when: "Kapan terakhir Anda mencoba?",
	tried: { 0: "Baru saja", 30: "Satu jam terakhir", 360: "Tadi, hari ini" },
	channels: {
		sms: { name: "SMS", hint: "pesan teks" },
		call: { name: "Telepon", hint: "dibacakan suara" },
		email: { name: "Email", hint: null },
		push: { name: "Notifikasi", hint: "setujui di aplikasi" },
		authenticator: { name: "Aplikasi autentikator", hint: "angka yang berganti" },
		messenger: { name: "Aplikasi pesan", hint: "WhatsApp, Viber, dan sejenisnya" },
		backup: { name: "Kode cadangan", hint: "dari daftar simpanan Anda" },
		key: { name: "Kunci keamanan", hint: "USB atau NFC" },
	},
	symptoms: {
		missing: { name: "Tidak pernah sampai", hint: null },
		late: { name: "Sampai terlalu lambat", hint: null },
		rejected: { name: "Sampai, tetapi ditolak", hint: null },
		blocked: { name: "Saya dihentikan sebelum kode dikirim", hint: "“Coba lagi nanti”, “nomor tidak didukung”" },
		arrived: { name: "Sampai tepat waktu", hint: "Ini sama bergunanya dengan laporan gangguan: kami jadi tahu berapa yang lancar." },
	},
	where: "Di mana Anda?",
	chooseCountry: "Pilih negara",
	guessed: "Tebakan kami dari koneksi Anda.",
	onlyCountry: "Kami menyimpan negaranya, tidak pernah alamat Anda.",
	network: "Jaringan seluler Anda",
	mailbox: "Di mana kotak surat Anda?",
	optional: "(opsional)",
	more: "Tambahkan berapa lama Anda menunggu, atau apa yang sedang dilakukan",
	howLong: "Berapa lama Anda menunggu?",
	waited: {
		30: "Kurang dari satu menit",
		180: "1 sampai 5 menit",
		600: "5 sampai 15 menit",
		2100: "15 menit sampai satu jam",
		7200: "Lebih dari satu jam",
	},
	doing: "Apa yang sedang Anda lakukan?",
	flows: {
		"sign-up": "Mendaftar",
		"log-in": "Masuk",
		recovery: "Memulihkan akun",
		settings: "Mengubah setelan",
		export: "Meminta data saya",
	},
	ratherNot: "Tidak ingin menjawab",
	anythingElse: "Ada lagi?",
	noteHint: "Jangan tulis nomor, nama, kode, atau tautan: kami mencoretnya. Hanya moderator yang membaca ini.",
	send: "Kirim laporan",
	sending: "Mengirim",
	leaveEmpty: "Biarkan kosong",
	neverAsked:
		"Kami tidak pernah meminta nomor, alamat email, nama pengguna, atau kode Anda. Kami tidak memerlukannya, dan yang tidak kami punya tidak bisa bocor. Tidak seorang pun dari Undelivered akan menghubungi Anda.",

	notListed: {
		typeDomain: "Tidak ada di daftar? Ketik domainnya, misalnya example.org, kirim lagi, lalu Anda bisa mengusulkannya.",
		suggest: (domain) => `Tidak ada di daftar: usulkan ${domain}`,
		looked: "Moderator memeriksanya dulu. Laporan Anda disimpan dan dihitung setelah layanan ditambahkan.",
	},
	problems: {
		service: "Sebutkan layanan yang kami kenal, seperti di daftar.",
		channel: "Pilih cara layanan ini mengirim kode.",
		symptom: "Pilih apa yang terjadi. Kunci keamanan hanya bisa ditolak atau berfungsi.",
		triedMinutesAgo: "Pilih kapan Anda mencoba.",
		region: "Pilih negara Anda dari daftar.",
		carrier: "Pilih nama dari daftar, atau biarkan kosong.",
		waitedSeconds: "Pilih salah satu, atau “tidak ingin menjawab”.",
		flow: "Pilih salah satu, atau “tidak ingin menjawab”.",
		note: counted({ other: "Tulis teks biasa paling banyak # karakter, atau biarkan kosong." })(NOTE_LENGTH_MAX),
		website: "Biarkan kosong.",
	},
	refusals: {
		malformed: { title: "Kami tidak bisa membacanya", text: "Perbaiki yang ditandai di bawah, lalu kirim lagi." },
		"not-text": { title: "Itu bukan teks biasa", text: "Hapus karakter khusus, lalu kirim lagi." },
		"from-the-future": { title: "Waktu itu belum tiba", text: "Pilih kapan Anda mencoba." },
		"unknown-service": { title: "Kami tidak mengenal layanan ini", text: "Tidak ada layanan dengan nama itu di sini." },
		"declined-service": {
			title: "Layanan ini tidak kami cantumkan",
			text: "Moderator sudah memeriksanya dan tidak menambahkannya, jadi kami tidak menerima laporan tentangnya.",
		},
		"unknown-carrier": { title: "Kami tidak mengenal operator ini", text: "Pilih nama dari daftar, atau biarkan kosong." },
		"unknown-region": { title: "Kami tidak mengenal negara ini", text: "Pilih negara Anda dari daftar." },
		"unsupported-channel": { title: "Layanan ini tidak memakai cara ini", text: "Pilih cara lain." },
		"too-many": {
			title: "Terlalu banyak dalam waktu singkat",
			text: "Anda baru saja mengirim banyak laporan. Semuanya aman; tunggu sebelum mengirim lagi.",
		},
		busy: { title: "Belum bisa kami lakukan saat ini", text: "Tidak ada yang tersimpan. Kirim lagi sebentar lagi." },
	},
	refused: { title: "Itu tidak diterima", text: "Kirim lagi sebentar lagi." },
	didYouMean: (names) => `Maksud Anda ${names}?`,
	sendsBy: (channels) => `Layanan ini mengirim kode lewat: ${channels}.`,
	againIn: counted({ other: "Coba lagi dalam # menit." }),
	typedIsKept: "Isian Anda tetap tersimpan.",
	broken: {
		title: "Kami tidak bisa menyimpan laporan Anda.",
		text: "Ada yang rusak di pihak kami. Semuanya masih di sini seperti yang Anda isi: kirim lagi sebentar lagi.",
	},

	thanks: {
		counted: "Terhitung. Terima kasih.",
		kept: "Tersimpan. Terima kasih.",
		alreadyTold: "Anda sudah memberi tahu kami.",
		notListedYet: (service) => `${service} belum ada di daftar. Laporan Anda disimpan dan dihitung setelah moderator menambahkannya.`,
		outlined: "Kotak bergaris tepi itu Anda.",
		listedAlready: (domain, service) => `${domain} milik layanan yang sudah ada di daftar, ${service}: laporan Anda ada di sana.`,
		onceOnly: "Laporan itu dihitung sekali. Mengulanginya membuatnya tetap baru tanpa menambah bukti.",
		asking:
			"Kami tidak bisa menghubungi Anda, jadi pertanyaan ini menunggu enam jam: di halaman ini dan di halaman layanan. Kode yang datang terlambat pun perlu diketahui.",
		stay: "Jangan keluar dari akun di mana pun. Jangan terus meminta kirim ulang.",
		whatElse: "Apa lagi yang bisa dilakukan",
		takenBack: "Ditarik.",
		countsNoMore: "Laporan Anda tidak dihitung lagi.",
		reportAgain: "Lapor lagi",
	},

	waiting: {
		notSentYet: "Laporan Anda belum terkirim.",
		unreached: (about, time) =>
			`Kami tidak bisa dihubungi, atau ada yang rusak di pihak kami. Laporan Anda tentang ${about} tersimpan di perangkat ini dan kami terus mencoba sendiri, dengan waktu Anda mencoba: ${time}.`,
		offline: (about, time) =>
			`Laporan Anda tentang ${about} tersimpan di perangkat ini dan dikirim saat koneksi kembali, dengan waktu Anda mencoba: ${time}.`,
		tryNow: "Coba sekarang",
		throwAway: "Buang",
		mayClose: "Anda boleh menutup halaman ini. Buka lagi dalam sehari, dan laporan akan terkirim.",
		leaveOpen: "Peramban ini tidak menyimpan apa pun: biarkan halaman ini terbuka.",
		notSent: (about) => `Laporan Anda tentang ${about} tidak terkirim.`,
		tooOld: (time) => `Anda mencoba pada ${time}, lebih dari sehari yang lalu: itu tidak lagi menggambarkan keadaan sekarang.`,
		mend: "Perbaiki",
		useAgain: "Pakai lagi",
	},

	isItMe: "Sebelum melapor: apakah masalahnya pada saya?",
	clock: {
		title: "Apakah jam perangkat ini tepat?",
		needs: "Kode aplikasi memerlukan jam yang tepat hingga setengah menit. Aktifkan “atur waktu otomatis”, lalu coba kode berikutnya.",
		yes: "Ya:",
		agrees: (off) => `selisihnya dengan jam kami paling banyak ${seconds(off)}. Kode aplikasi memerlukan itu.`,
		no: "Tidak:",
		isOff: (off) => `selisihnya ${seconds(off)}. Kode aplikasi akan ditolak: aktifkan “atur waktu otomatis”.`,
	},
	checks: {
		newest: {
			title: "Pakai hanya kode terbaru",
			text: "Jika Anda meminta dua kali, yang pertama mungkin sudah tidak berlaku, walau datang terakhir. Tunggu lima menit sebelum meminta lagi.",
		},
		number: {
			title: "Apakah itu nomor Anda sekarang?",
			text: "Kebanyakan layanan menampilkan dua angka terakhirnya. Kode bisa masuk ke nomor lama atau kartu SIM kedua.",
		},
		spam: {
			title: "Periksa folder spam",
			text: "Juga tab dan folder tempat kotak surat memilah pesan. Cari nama layanan di seluruh kotak surat: sebuah filter mungkin memindahkannya.",
		},
		address: {
			title: "Apakah itu alamat yang Anda lihat?",
			text: "Kebanyakan layanan menampilkan sebagian. Bandingkan dengan kotak surat yang terbuka, dan pastikan tidak penuh.",
		},
		others: {
			title: "Apakah kode layanan lain sampai?",
			text: "Jika tidak ada yang sampai, periksa dulu ponsel, kotak surat, atau operator Anda. Jika hanya yang ini tidak sampai, masalahnya bukan pada Anda.",
		},
		blocked: {
			title: "Apakah nomor pendek atau tak dikenal diblokir?",
			text: "Kode sering datang dari nomor lima atau enam angka, atau dari luar negeri. Filter spam, “senyapkan penelepon tak dikenal”, dan beberapa paket menghentikannya.",
		},
		line: {
			title: "Apakah itu baris yang benar di aplikasi?",
			text: "Ponsel baru, atau penyiapan ulang, membuat baris baru; yang lama menampilkan angka yang tidak berlaku lagi. Tunggu angka berikutnya, lalu segera ketik.",
		},
		app: {
			title: "Buka aplikasinya langsung",
			text: "Permintaan sering menunggu di dalamnya. Notifikasi bisa mati, atau senyap saat baterai lemah; dan aplikasi harus dalam keadaan masuk di ponsel ini.",
		},
		used: {
			title: "Apakah kode ini sudah dipakai?",
			text: "Masing-masing berlaku sekali, dan daftar baru membatalkan semua yang lama. Coba kode berikutnya di daftar, tanpa spasi.",
		},
		port: {
			title: "Coba port lain atau peramban lain",
			text: "Colokkan tanpa adaptor, atau tempelkan ke bagian atas punggung ponsel. Kunci ini hanya berlaku untuk alamat tempat ia didaftarkan.",
		},
	},

	offline: {
		title: "Anda sedang offline.",
		text: "Halaman ini tidak bisa diambil. Di bawah ini yang kami katakan saat peramban ini terakhir melihat; mungkin sudah berubah. Laporan yang Anda isi sekarang disimpan di perangkat ini dan dikirim saat koneksi kembali.",
		tryAgain: "Coba lagi",
		nothingSeen: "Peramban ini belum melihat layanan apa pun.",
		back: (word) => `Saat itu: ${word}`,
		lastRead: (time) => `Terakhir dibaca ${time}:`,
	},
};
