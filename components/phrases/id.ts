import { people, usual } from "@/lib/phrasebook/id";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { figure, counted } = numbersOf("id");

export const id: Phrases = {
	nav: {
		label: "Utama",
		skip: "Langsung ke isi",
		menu: "Menu",
		report: "Laporkan kode",
		overview: "Ringkasan",
		incidents: "Insiden",
		carriers: "Operator",
		countries: "Negara",
		method: "Metode",
		widget: "Widget",
	},
	footer: {
		promise:
			"Undelivered tidak pernah mengirim SMS dan tidak akan meminta kode, kata sandi, atau nomor telepon. Tanpa iklan, tanpa apa pun dari pihak lain, dan tanpa cookie sebelum Anda melapor.",
		howWeKnow: "Bagaimana kami tahu",
		privacy: "Privasi",
		languages: "Bahasa",
	},
	demo: "Demo. Laporan ini dimasukkan untuk menunjukkan cara kerja halaman; bukan dari siapa pun.",
	codes: {
		sms: "kode SMS",
		call: "panggilan kode",
		email: "kode email",
		push: "notifikasi",
		authenticator: "kode aplikasi autentikator",
		messenger: "kode aplikasi pesan",
		backup: "kode cadangan",
		key: "kunci keamanan",
	},
	statement: {
		allServices: "Semua layanan",
		keep: "Simpan di layanan saya",
		confirmedBy: { crowd: "dipastikan oleh aturan yang dipublikasikan pukul", moderator: "dipastikan moderator pukul" },
		notConfirmed: "belum dipastikan",
		whatToDo: "Yang bisa dilakukan sekarang",
		restsOn: "Berdasarkan",
		rests: {
			incident: "Insiden terbuka",
			reports: "Laporan orang",
			silence: "Tidak adanya laporan",
			few: "Sangat sedikit orang",
			doubt: "Laporan yang tidak selaras",
			nothing: "Tidak ada yang bisa kami baca",
		},
		lastReport: "Laporan terakhir",
		read: "Dibaca",
		confidence: "Keyakinan",
		confidences: { confirmed: "Dipastikan", strong: "Kuat, belum dipastikan", early: "Masih awal" },
		networks: counted({ other: "# jaringan" }),
		fault: "Penyebab",
		causes: {
			service: "Layanan atau pengirimnya",
			carrier: "Operator seluler",
			region: "Wilayah",
			"shared-sender": "Pengirim yang dipakai beberapa layanan",
			undetermined: "Belum jelas",
		},
		hereIsWhy: "alasannya",
		says: (service) => `Kata ${service}`,
		stances: {
			silent: "Belum berkata apa-apa",
			denied: "Membantah",
			partly_acknowledged: "Mengakui sebagian",
			admitted: "Mengakui",
			fixed: "Menyatakan sudah beres",
		},
		nothingKnown: "Tidak ada yang kami ketahui",
		utc: "Waktu dalam UTC",
		clockOf: (city) => `Waktu ${city}`,
		justNow: "baru saja",
	},
	people: {
		none: "tidak dapat kode",
		late: "terlambat atau ditolak",
		inTime: "tepat waktu",
		usually: (expected) => `biasanya ${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`Dari ${people(answered)} yang menjawab tentang ${codes}: ${figure(none)} tidak dapat kode, ${figure(late)} terlambat atau ditolak, ${figure(inTime)} tepat waktu. Biasanya ${usual(expected)} bermasalah.`,
	},
	ask: {
		question: (service) => `Apakah kode ${service} Anda sampai?`,
		none: "Tidak sampai",
		late: "Terlambat atau ditolak",
		came: "Sampai",
	},
	last: {
		label: "Laporan terakhir Anda",
		reported: (name, time) => `Anda melaporkan ${name} pukul ${time}.`,
		arrived: { question: "Apakah akhirnya sampai?", came: "Sampai", nothing: "Belum juga" },
		worked: { question: "Apakah akhirnya berhasil?", came: "Berhasil", nothing: "Tidak berubah" },
		noted: { came: "Dicatat: akhirnya sampai.", nothing: "Dicatat: belum juga sampai.", withdrawn: "Ditarik. Tidak dihitung lagi." },
		notSaved: "Kami tidak bisa menyimpannya. Masalahnya di pihak kami; laporan Anda sendiri aman. Coba lagi sebentar lagi.",
		mistake: "Terkirim karena keliru?",
		takeBack: "Tarik",
		another: "Laporkan kode lain",
	},
	advice: {
		lead: (service) => `Jika kode dari ${service} tidak datang.`,
		heldBack: "Saran ditahan:",
		ordinary: [
			{ deed: "Tunggu lima menit sebelum meminta lagi.", text: "Kode baru bisa membatalkan kode sebelumnya." },
			{
				deed: "Pakai hanya kode terbaru.",
				text: "Jika Anda meminta dua kali, yang pertama mungkin sudah tidak berlaku, walau datang terakhir.",
			},
			{
				deed: "Periksa tempat kode sering hilang.",
				text: "Folder spam, pengirim yang diblokir, kotak masuk penuh, ponsel tanpa sinyal atau mode pesawat.",
			},
		],
		signedOut: "Sudah terlanjur keluar?",
		otherWay: (service) =>
			`Jika ${service} menawarkan cara lain untuk menerima kode, pilih itu. Jika tidak, menunggu adalah yang paling aman.`,
		helpFrom: (service) => `Bantuan dari ${service}`,
		nobodyAsks:
			"Tidak ada yang akan meminta kode atau kata sandi Anda di sini. Siapa pun yang menawarkan “membereskan” ini mengincar akun Anda.",
		orMe: "Atau masalahnya pada saya?",
		lookNearer: "Jika kode dari layanan mana pun tidak sampai, periksa dulu ponsel atau operator Anda.",
		checks: "Pemeriksaan singkat",
	},
};
