import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { figure, counted } = numbersOf("ar");
const places = placesIn("ar");

/** After «الرمز»: how it should have come. */
const by = {
	sms: "عبر رسالة SMS",
	call: "عبر مكالمة",
	email: "عبر البريد الإلكتروني",
	push: "عبر إشعار",
	authenticator: "من تطبيق المصادقة",
	messenger: "عبر تطبيق مراسلة",
	backup: "من الرموز الاحتياطية",
	key: "من مفتاح الأمان",
} as const satisfies Record<Channel, string>;

export const people = counted({ zero: "لا أحد", one: "شخص واحد", two: "شخصان", few: "# أشخاص", many: "# شخصًا", other: "# شخص" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "أقل من 1" : figure(Math.round(expected)));
const ofPeople = counted({ zero: "لا أحد", one: "شخص واحد", two: "شخصين", few: "# أشخاص", many: "# شخصًا", other: "# شخص" });
const minutesOf = counted({
	zero: "الآن",
	one: "في آخر دقيقة",
	two: "في آخر دقيقتين",
	few: "في آخر # دقائق",
	many: "في آخر # دقيقة",
	other: "في آخر # دقيقة",
});
const place = (where: Where) => (where.length === 0 ? "في بعض الأماكن" : places(where));
const there = (where: Where | null) => (where === null ? "" : ` (${place(where)})`);
/** A name in other letters does not turn the sentence around it (Unicode's isolates). */
const name = (service: string) => `\u2068${service}\u2069`;
const codes = ({ channel, service }: { channel: Channel; service: string }) => `رموز ${name(service)} ${by[channel]}`;
const failedOf = (failed: number, all: number) => `${figure(failed)} من أصل ${ofPeople(all)}`;
const DAY = "في آخر 24 ساعة";

export const ar: Phrasebook = {
	language: "ar",
	states: { calm: "هادئ", raised: "محتمل", failing: "متعطل", unknown: "غير معروف" },
	quiet: { silence: "لا بلاغات", few: "بلاغات قليلة جدًا", doubt: "غير واضح" },

	nobodyNew: ({ channel, minutes, where }) =>
		`لم يصل الرمز ${by[channel]} إلى كثيرين${there(where)}؛ ولم يبلغنا أحد آخر ${minutesOf(minutes)}.`,
	allCame: ({ channel, minutes, where, answered }) =>
		`كل من حاول ${minutesOf(minutes)} (${people(answered)}) وصله الرمز ${by[channel]}؛ وقبل ذلك لم يصل إلى كثيرين${there(where)}.`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`لم يصل أي رمز ${by[channel]} إلى ${failedOf(missing, answered)} ممن حاولوا ${minutesOf(minutes)}.`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`واجه ${failedOf(failed, answered)} ممن حاولوا ${minutesOf(minutes)} مشكلة في الرمز ${by[channel]}.`,
	silence: ({ service }) => `لم يبلغنا أحد بشيء عن ${name(service)} ${DAY}.`,
	lookedInto: "راجعنا آخر البلاغات ولم نجد ما يدل على عطل.",
	few: ({ failed, reporters }) =>
		failed === 0
			? `أجاب ${people(reporters)} ${DAY} ووصلهم الرمز؛ وهذا أقل من أن نحكم به.`
			: `واجه مشكلة ${failedOf(failed, reporters)} ${DAY}؛ وهذا أقل من أن نحكم به.`,
	doubt: ({ failed, minutes, why }) => `واجه مشكلة ${people(failed)} ${minutes === null ? DAY : minutesOf(minutes)}؛ ${ar.why(why)}.`,
	why(why) {
		if (why.kind === "ended") return "وقد أنهى المشرفون الحادثة";
		if (why.kind === "not-yet") return "ولا يكفي ذلك حتى الآن لاعتباره حادثة";
		return `ويبدو أن الحادثة التي بدأت نحو ${clockTime(new Date(why.startedAt))} قد انتهت`;
	},
	fine: ({ arrived, reporters }) => `لا علامة على مشكلة: وصل الرمز إلى ${failedOf(arrived, reporters)} ${DAY}.`,
	ordinary: ({ failed }) => `لا شيء غير معتاد: واجه مشكلة ${people(failed)} ${DAY}، كأي يوم.`,
	unknown: ({ service }) => `لا يمكننا الآن معرفة ما إذا كانت رموز ${name(service)} تصل.`,

	place,
	only: (where) => `حتى الآن فقط: ${place(where)}؛ أما الأرقام فتشمل الجميع.`,
	usually: (expected) => `المعتاد: ${usual(expected)}.`,
	started: (time) => `بدأ نحو الساعة ${time}.`,
	ourFault: "الخلل عندنا، وليس بالضرورة عندهم.",
	lastReading: (time, sentence) => `آخر قراءة، الساعة ${time}: ${sentence}`,

	staySignedIn: {
		deed: "إذا كنت لا تزال مسجلًا دخولك في أي مكان، فلا تسجل الخروج.",
		text: "قد يتطلب الدخول من جديد الرمز الذي لا يصل.",
	},
	dontResend: {
		deed: "لا تكرر طلب رمز جديد.",
		text: "قد يلغي الرمز الجديد ما قبله، وقد تؤدي كثرة المحاولات إلى حظرك. إذا اضطررت فحاول مرة أخرى بعد نصف ساعة.",
	},
	fallbacks: {
		key: { deed: "أضف مفتاح أمان إذا كان بوسعك فتح الإعدادات.", text: "لا يحتاج إلى أي رمز." },
		authenticator: {
			deed: "أضف تطبيق مصادقة إذا كان بوسعك فتح الإعدادات.",
			text: "تُنشأ رموزه على هاتفك، ولا يحتاج أحد إلى إيصالها.",
		},
		email: { deed: "إذا عُرض عليك رمز بالبريد الإلكتروني فاختره.", text: "ابحث أيضًا في مجلد الرسائل غير المرغوب فيها." },
		push: { deed: "إذا كان التطبيق لديك على جهاز آخر، فوافق على الدخول من هناك.", text: "لا توافق إلا على ما بدأته بنفسك." },
		backup: { deed: "استخدم رمزًا احتياطيًا إذا كنت قد حفظت رموزًا.", text: "كل رمز يعمل مرة واحدة. احتفظ بواحد لوقت لاحق." },
	},
	works: ({ came, answered, minutes }) => `نجح ذلك مع ${failedOf(came, answered)} ${minutesOf(minutes)}.`,
	heldForIncident: (channel) => `نحجب هذه النصيحة: هناك حادثة مفتوحة أيضًا للرموز ${by[channel]}.`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`نحجب هذه النصيحة: أبلغ ${failedOf(failed, answered)} عن مشكلة في الرمز ${by[channel]} أيضًا.`,

	widget: {
		title: (service) => `${name(service)}: هل تصل الرموز؟`,
		calm: "الرموز تصل كالمعتاد.",
		quiet: "لا أحد يبلغ عن مشكلة.",
		cannotTell: "لا يمكننا معرفة ذلك الآن.",
		demo: "عرض تجريبي",
		at: (time) => `الساعة ${time}`,
		reportYours: "أبلغ عن حالتك",
		whatPeopleReport: "ما يبلغ عنه الناس",
		failing: (said) =>
			`واجه ${failedOf(said.failed, said.answered)} مشكلة في ${codes(said)} ${minutesOf(said.minutes)}${said.where === null ? "" : `؛ والعطل حتى الآن فقط: ${place(said.where)}`}.`,
		raised: (said) => `قد لا تكون ${codes(said)} تصل${there(said.where)}.`,
		fine: (said) => `لا علامة على مشكلة في ${codes(said)}.`,
		silent: (said) => `لا بلاغات عن ${codes(said)}.`,
		doubt: (said) => `واجه اليوم عدد أكبر من المعتاد مشكلة في ${codes(said)}؛ ولا يكفي ذلك حتى الآن لاعتباره حادثة.`,
		few: (said) =>
			said.answered === 0
				? `تحدث عدد قليل جدًا عن ${codes(said)}؛ ولا يمكن الحكم.`
				: `واجه ${failedOf(said.failed, said.answered)} مشكلة في ${codes(said)}؛ وهذا أقل من أن نحكم به.`,
		unknown: (said) => `لا يمكننا معرفة ما إذا كانت ${codes(said)} تصل.`,
	},
};
