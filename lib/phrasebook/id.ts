import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { figure, counted } = numbersOf("id");
const places = placesIn("id");

/** After “kode”: how it should have come. */
const by = {
	sms: "lewat SMS",
	call: "lewat telepon",
	email: "lewat email",
	push: "lewat notifikasi",
	authenticator: "dari aplikasi autentikator",
	messenger: "lewat aplikasi pesan",
	backup: "cadangan",
	key: "dari kunci keamanan",
} as const satisfies Record<Channel, string>;

export const people = counted({ other: "# orang" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "kurang dari 1" : figure(Math.round(expected)));
const minutesOf = counted({ other: "dalam # menit terakhir" });
const place = (where: Where) => (where.length === 0 ? "di beberapa tempat" : places(where));
const there = (where: Where | null) => (where === null ? "" : ` (${place(where)})`);
const codes = ({ channel, service }: { channel: Channel; service: string }) => `kode ${service} ${by[channel]}`;
const failedOf = (failed: number, all: number) => `${figure(failed)} dari ${people(all)}`;
const DAY = "dalam 24 jam terakhir";

export const id: Phrasebook = {
	language: "id",
	states: { calm: "Tenang", raised: "Mungkin", failing: "Gangguan", unknown: "Tidak diketahui" },
	quiet: { silence: "Tidak ada laporan", few: "Terlalu sedikit laporan", doubt: "Belum jelas" },

	nobodyNew: ({ channel, minutes, where }) =>
		`Ada orang${there(where)} yang tidak menerima kode ${by[channel]}; tidak ada laporan baru ${minutesOf(minutes)}.`,
	allCame: ({ channel, minutes, where, answered }) =>
		`Yang mencoba ${minutesOf(minutes)} (${people(answered)}) menerima kode ${by[channel]}; sebelumnya banyak yang tidak${there(where)}.`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`${failedOf(missing, answered)} yang mencoba ${minutesOf(minutes)} tidak menerima kode ${by[channel]}.`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`${failedOf(failed, answered)} yang mencoba ${minutesOf(minutes)} bermasalah dengan kode ${by[channel]}.`,
	silence: ({ service }) => `Tidak ada yang melaporkan apa pun tentang ${service} ${DAY}.`,
	lookedInto: "Kami memeriksa laporan terbaru dan tidak menemukan tanda gangguan.",
	few: ({ failed, reporters }) =>
		failed === 0
			? `${people(reporters)} menjawab ${DAY} dan menerima kodenya; terlalu sedikit untuk disimpulkan.`
			: `${failedOf(failed, reporters)} bermasalah ${DAY}; terlalu sedikit untuk disimpulkan.`,
	doubt: ({ failed, minutes, why }) => `${people(failed)} bermasalah ${minutes === null ? DAY : minutesOf(minutes)}; ${id.why(why)}.`,
	why(why) {
		if (why.kind === "ended") return "moderator telah mengakhiri insiden ini";
		if (why.kind === "not-yet") return "sejauh ini belum cukup untuk disebut insiden";
		return `insiden yang dimulai sekitar ${clockTime(new Date(why.startedAt))} tampaknya sudah berakhir`;
	},
	fine: ({ arrived, reporters }) => `Tidak ada tanda masalah: ${failedOf(arrived, reporters)} menerima kodenya ${DAY}.`,
	ordinary: ({ failed }) => `Tidak ada yang luar biasa: ${people(failed)} bermasalah ${DAY}, seperti hari biasa.`,
	unknown: ({ service }) => `Saat ini kami tidak bisa memastikan apakah kode dari ${service} sampai.`,

	place,
	only: (where) => `Sejauh ini hanya: ${place(where)}; angkanya menghitung semua orang.`,
	usually: (expected) => `Biasanya ${usual(expected)}.`,
	started: (time) => `Mulai sekitar ${time}.`,
	ourFault: "Ada masalah di pihak kami, belum tentu di pihak mereka.",
	lastReading: (time, sentence) => `Pembacaan terakhir, pukul ${time}: ${sentence}`,

	staySignedIn: {
		deed: "Jika Anda masih masuk di perangkat mana pun, jangan keluar.",
		text: "Untuk masuk lagi mungkin diperlukan kode yang tidak kunjung datang.",
	},
	dontResend: {
		deed: "Jangan terus-menerus meminta kode baru.",
		text: "Kode baru bisa membatalkan kode sebelumnya, dan terlalu banyak percobaan bisa mengunci akun Anda. Jika terpaksa, coba sekali lagi setengah jam lagi.",
	},
	fallbacks: {
		key: {
			deed: "Tambahkan kunci keamanan, jika Anda masih bisa membuka pengaturan.",
			text: "Kunci ini tidak memerlukan kode sama sekali.",
		},
		authenticator: {
			deed: "Tambahkan aplikasi autentikator, jika Anda masih bisa membuka pengaturan.",
			text: "Kodenya dibuat di ponsel Anda; tidak perlu dikirim siapa pun.",
		},
		email: { deed: "Jika ditawari kode lewat email, pilihlah itu.", text: "Periksa juga folder spam." },
		push: {
			deed: "Jika aplikasinya ada di perangkat lain, setujui proses masuk di sana.",
			text: "Setujui hanya yang Anda mulai sendiri.",
		},
		backup: { deed: "Gunakan kode cadangan, jika Anda menyimpannya.", text: "Setiap kode hanya berlaku sekali. Sisakan satu untuk nanti." },
	},
	works: ({ came, answered, minutes }) => `Cara ini berhasil bagi ${failedOf(came, answered)} ${minutesOf(minutes)}.`,
	heldForIncident: (channel) => `Saran ini kami tahan: ada insiden terbuka juga pada kode ${by[channel]}.`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`Saran ini kami tahan: ${failedOf(failed, answered)} juga melaporkan masalah dengan kode ${by[channel]}.`,

	widget: {
		title: (service) => `${service}: apakah kode sampai?`,
		calm: "Kode sampai seperti biasa.",
		quiet: "Tidak ada yang melaporkan masalah.",
		cannotTell: "Saat ini kami tidak bisa memastikan.",
		demo: "Demo",
		at: (time) => `pukul ${time}`,
		reportYours: "Laporkan milik Anda",
		whatPeopleReport: "Yang dilaporkan orang",
		failing: (said) =>
			`${failedOf(said.failed, said.answered)} bermasalah dengan ${codes(said)} ${minutesOf(said.minutes)}${said.where === null ? "" : `; gangguannya sejauh ini hanya: ${place(said.where)}`}.`,
		raised: (said) => `${capital(codes(said))} mungkin tidak sampai${there(said.where)}.`,
		fine: (said) => `Tidak ada tanda masalah dengan ${codes(said)}.`,
		silent: (said) => `Tidak ada laporan tentang ${codes(said)}.`,
		doubt: (said) =>
			`Hari ini lebih banyak orang dari biasanya bermasalah dengan ${codes(said)}; sejauh ini belum cukup untuk disebut insiden.`,
		few: (said) =>
			said.answered === 0
				? `Terlalu sedikit orang yang melaporkan ${codes(said)} untuk disimpulkan.`
				: `${failedOf(said.failed, said.answered)} bermasalah dengan ${codes(said)}; terlalu sedikit untuk disimpulkan.`,
		unknown: (said) => `Kami tidak bisa memastikan apakah ${codes(said)} sampai.`,
	},
};

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
