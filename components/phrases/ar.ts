import { people, usual } from "@/lib/phrasebook/ar";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { figure, counted } = numbersOf("ar");
/** A name in other letters does not turn the sentence around it (Unicode's isolates). */
export const name = (service: string) => `\u2068${service}\u2069`;

export const ar: Phrases = {
	nav: {
		label: "القائمة الرئيسية",
		skip: "انتقل إلى الصفحة",
		menu: "القائمة",
		report: "أبلغ عن رمز",
		overview: "نظرة عامة",
		incidents: "الحوادث",
		carriers: "شركات الاتصال",
		countries: "الدول",
		method: "الطريقة",
		widget: "الأداة",
	},
	footer: {
		promise:
			"لا يرسل Undelivered رسائل نصية أبدًا، ولن يطلب منك رمزًا أو كلمة مرور أو رقم هاتف. بلا إعلانات، وبلا أي شيء من جهة أخرى، وبلا ملفات تعريف ارتباط قبل أن تبلغ عن شيء.",
		howWeKnow: "كيف نعرف",
		privacy: "الخصوصية",
		languages: "اللغات",
	},
	demo: "عرض تجريبي. أُدخلت هذه البلاغات لبيان طريقة عمل الصفحة، وليست من أحد.",
	codes: {
		sms: "رموز SMS",
		call: "مكالمات الرمز",
		email: "رموز البريد الإلكتروني",
		push: "الإشعارات",
		authenticator: "رموز تطبيق المصادقة",
		messenger: "رموز تطبيقات المراسلة",
		backup: "الرموز الاحتياطية",
		key: "مفاتيح الأمان",
	},
	statement: {
		allServices: "كل الخدمات",
		keep: "احفظها ضمن خدماتي",
		confirmedBy: { crowd: "تأكدت وفق القاعدة المنشورة الساعة", moderator: "أكدها المشرفون الساعة" },
		notConfirmed: "لم تتأكد بعد",
		whatToDo: "ما العمل الآن",
		restsOn: "يستند إلى",
		rests: {
			incident: "حادثة مفتوحة",
			reports: "بلاغات الناس",
			silence: "عدم وجود بلاغات",
			few: "عدد قليل جدًا",
			doubt: "بلاغات غير متسقة",
			nothing: "لا شيء أمكننا قراءته",
		},
		lastReport: "آخر بلاغ",
		read: "القراءة",
		confidence: "درجة اليقين",
		confidences: { confirmed: "مؤكد", strong: "قوي وغير مؤكد", early: "مبكر" },
		networks: counted({ zero: "لا شبكات", one: "شبكة واحدة", two: "شبكتان", few: "# شبكات", many: "# شبكة", other: "# شبكة" }),
		fault: "السبب",
		causes: {
			service: "الخدمة أو من يرسل عنها",
			carrier: "شركة الاتصالات",
			region: "المنطقة",
			"shared-sender": "مرسِل تشترك فيه خدمات عدة",
			undetermined: "غير محدد",
		},
		hereIsWhy: "لماذا",
		says: (service) => `ما تقوله ${name(service)}`,
		stances: {
			silent: "لم تقل شيئًا",
			denied: "نفت",
			partly_acknowledged: "أقرت جزئيًا",
			admitted: "أقرت",
			fixed: "تقول إنه أُصلح",
		},
		nothingKnown: "لا شيء نعلمه",
		utc: "الأوقات بتوقيت UTC",
		clockOf: (city) => `الأوقات بتوقيت ${name(city)}`,
		justNow: "الآن",
	},
	people: {
		none: "لم يصلهم رمز",
		late: "متأخر أو مرفوض",
		inTime: "وصلهم في وقته",
		usually: (expected) => `المعتاد ${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`${people(answered)} عن ${codes}: ${figure(none)} بلا رمز، ${figure(late)} متأخر أو مرفوض، ${figure(inTime)} في وقته. المعتاد ${usual(expected)} واجهوا مشكلة.`,
	},
	ask: { question: (service) => `هل وصل رمزك من ${name(service)}؟`, none: "لم يصل", late: "متأخر أو مرفوض", came: "وصل" },
	last: {
		label: "بلاغك الأخير",
		reported: (service, time) => `أبلغت عن ${name(service)} الساعة ${name(time)}.`,
		arrived: { question: "هل وصل في النهاية؟", came: "وصل", nothing: "لا شيء بعد" },
		worked: { question: "هل نجح الأمر في النهاية؟", came: "نجح", nothing: "لم يتغير شيء" },
		noted: { came: "سُجّل: وصل في النهاية.", nothing: "سُجّل: لا شيء بعد.", withdrawn: "سُحب البلاغ. لم يعد محسوبًا." },
		notSaved: "لم نستطع حفظ ذلك. السبب من جهتنا؛ وبلاغك نفسه محفوظ. حاول من جديد بعد لحظات.",
		mistake: "أرسلته خطأً؟",
		takeBack: "اسحبه",
		another: "أبلغ عن رمز آخر",
	},
	advice: {
		lead: (service) => `إذا لم يصل رمز من ${name(service)}.`,
		heldBack: "نصيحة محجوبة:",
		ordinary: [
			{ deed: "انتظر خمس دقائق قبل أن تطلب رمزًا آخر.", text: "قد يلغي الرمز الجديد ما قبله." },
			{ deed: "استخدم أحدث رمز فقط.", text: "إذا طلبته مرتين فالأول على الأرجح غير صالح، حتى لو وصل أخيرًا." },
			{
				deed: "ابحث حيث تضيع الرموز.",
				text: "الرسائل غير المرغوب فيها، والمرسلون المحظورون، وصندوق ممتلئ، وهاتف بلا شبكة أو في وضع الطيران.",
			},
		],
		signedOut: "هل سجلت الخروج بالفعل؟",
		otherWay: (service) => `إذا عرضت ${name(service)} طريقة أخرى للحصول على رمز فاخترها. وإلا فالانتظار أسلم.`,
		helpFrom: (service) => `المساعدة من ${name(service)}`,
		nobodyAsks: "لن يطلب أحد هنا رمزك أو كلمة مرورك. من يعرض أن «يحل» ذلك لك إنما يريد حسابك.",
		orMe: "أم المشكلة عندي؟",
		lookNearer: "إذا لم تصلك رموز أي خدمة، فافحص هاتفك أو شركة الاتصالات أولًا.",
		checks: "فحوص سريعة",
	},
};
