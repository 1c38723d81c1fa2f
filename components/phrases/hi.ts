import { usual } from "@/lib/phrasebook/hi";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { figure, counted } = numbersOf("hi");
const people = counted({ one: "# व्यक्ति", other: "# लोग" });

export const hi: Phrases = {
	nav: {
		label: "मुख्य",
		skip: "सीधे पेज पर जाएँ",
		menu: "मेन्यू",
		report: "कोड की रिपोर्ट करें",
		overview: "सारांश",
		incidents: "घटनाएँ",
		carriers: "ऑपरेटर",
		countries: "देश",
		method: "तरीका",
		widget: "विजेट",
	},
	footer: {
		promise:
			"Undelivered कभी SMS नहीं भेजता और कभी आपसे कोड, पासवर्ड या फ़ोन नंबर नहीं माँगेगा। कोई विज्ञापन नहीं, किसी और से कुछ नहीं, और आपके रिपोर्ट करने तक कोई कुकी नहीं।",
		howWeKnow: "हमें कैसे पता चलता है",
		privacy: "निजता",
		languages: "भाषाएँ",
	},
	codes: {
		sms: "SMS कोड",
		call: "कोड वाली कॉल",
		email: "ईमेल कोड",
		push: "पुश सूचनाएँ",
		authenticator: "ऑथेंटिकेटर ऐप के कोड",
		messenger: "मैसेंजर कोड",
		backup: "बैकअप कोड",
		key: "सुरक्षा कुंजियाँ",
	},
	statement: {
		allServices: "सभी सेवाएँ",
		keep: "मेरी सेवाओं में रखें",
		confirmedBy: { crowd: "प्रकाशित नियम से पुष्टि हुई, समय", moderator: "मॉडरेटर ने पुष्टि की, समय" },
		notConfirmed: "अभी पुष्टि नहीं हुई",
		whatToDo: "अभी क्या करें",
		restsOn: "आधार",
		rests: {
			incident: "एक खुली घटना",
			reports: "लोगों की रिपोर्टें",
			silence: "किसी की रिपोर्ट न होना",
			few: "बहुत कम लोग",
			doubt: "रिपोर्टें जो आपस में नहीं मिलतीं",
			nothing: "कुछ भी पढ़ा नहीं जा सका",
		},
		lastReport: "पिछली रिपोर्ट",
		read: "जानकारी",
		confidence: "भरोसा",
		confidences: { confirmed: "पुष्ट", strong: "मज़बूत, पुष्ट नहीं", early: "अभी शुरुआत" },
		networks: counted({ one: "# नेटवर्क", other: "# नेटवर्क" }),
		fault: "कारण",
		causes: {
			service: "सेवा या उसकी ओर से भेजने वाला",
			carrier: "मोबाइल कंपनी",
			region: "क्षेत्र",
			"shared-sender": "कई सेवाओं का साझा भेजने वाला",
			undetermined: "तय नहीं",
		},
		hereIsWhy: "क्यों",
		says: (service) => `${service} का कहना`,
		stances: {
			silent: "कुछ नहीं कहा",
			denied: "इनकार किया",
			partly_acknowledged: "आंशिक रूप से माना",
			admitted: "माना",
			fixed: "ठीक होने की बात कही",
		},
		nothingKnown: "हमें कुछ पता नहीं",
		utc: "समय UTC में",
		clockOf: (city) => `समय ${city} का`,
		justNow: "अभी-अभी",
	},
	people: {
		none: "कोड नहीं मिला",
		late: "देर से या अस्वीकृत",
		inTime: "समय पर मिला",
		usually: (expected) => `आम तौर पर ${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`${codes} पर ${people(answered)}: ${figure(none)} को नहीं मिला, ${figure(late)} को देर से या अस्वीकृत, ${figure(inTime)} को समय पर। आम तौर पर ${usual(expected)} को दिक्कत होती है।`,
	},
	ask: { question: (service) => `क्या ${service} से आपका कोड आया?`, none: "नहीं आया", late: "देर से या अस्वीकृत", came: "आ गया" },
	last: {
		label: "आपकी पिछली रिपोर्ट",
		reported: (name, time) => `आपने ${time} बजे ${name} की रिपोर्ट की।`,
		arrived: { question: "क्या कोड आख़िर में आया?", came: "आ गया", nothing: "अब भी नहीं" },
		worked: { question: "क्या आख़िर में काम हुआ?", came: "हो गया", nothing: "कोई बदलाव नहीं" },
		noted: { came: "दर्ज किया: आख़िर में आ गया।", nothing: "दर्ज किया: अब भी नहीं आया।", withdrawn: "वापस ली गई। अब नहीं गिनी जाती।" },
		notSaved: "हम इसे सहेज नहीं सके। गड़बड़ी हमारी ओर है; आपकी रिपोर्ट सुरक्षित है। थोड़ी देर में फिर कोशिश करें।",
		mistake: "गलती से भेज दी?",
		takeBack: "वापस लें",
		another: "किसी और कोड की रिपोर्ट करें",
	},
	advice: {
		lead: (service) => `अगर ${service} का कोड न आए।`,
		heldBack: "रोकी हुई सलाह:",
		ordinary: [
			{ deed: "दोबारा माँगने से पहले पाँच मिनट रुकें।", text: "नया कोड पिछले कोड को रद्द कर सकता है।" },
			{ deed: "सिर्फ़ सबसे नया कोड इस्तेमाल करें।", text: "अगर आपने दो बार माँगा, तो पहला शायद बेकार है, चाहे वह बाद में पहुँचे।" },
			{
				deed: "वहाँ देखें जहाँ कोड खो जाते हैं।",
				text: "स्पैम फ़ोल्डर, ब्लॉक किए गए भेजने वाले, भरा हुआ इनबॉक्स, बिना सिग्नल या फ़्लाइट मोड वाला फ़ोन।",
			},
		],
		signedOut: "पहले ही साइन आउट हो गए?",
		otherWay: (service) => `अगर ${service} कोड पाने का कोई और तरीका देता है, तो उसे चुनें। नहीं तो इंतज़ार करना सबसे सुरक्षित है।`,
		helpFrom: (service) => `${service} की अपनी सहायता`,
		nobodyAsks: "यहाँ कोई आपका कोड या पासवर्ड नहीं माँगेगा। जो इसे “ठीक” करने की पेशकश करे, वह आपके खाते के पीछे है।",
		orMe: "या गड़बड़ी मेरी ओर है?",
		lookNearer: "अगर किसी भी सेवा के कोड नहीं आते, तो पहले अपना फ़ोन या मोबाइल कंपनी देखें।",
		checks: "छोटी जाँचें",
	},
};
