import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { figure, counted } = numbersOf("hi");
const places = placesIn("hi");

/** Before «कोड»: how it should have come. */
const by = {
	sms: "SMS का",
	call: "कॉल का",
	email: "ईमेल का",
	push: "पुश सूचना का",
	authenticator: "ऑथेंटिकेटर ऐप का",
	messenger: "मैसेंजर का",
	backup: "बैकअप",
	key: "सुरक्षा कुंजी का",
} as const satisfies Record<Channel, string>;

/** The same before «कोड» in the plural. */
const kinds = {
	sms: "SMS",
	call: "कॉल",
	email: "ईमेल",
	push: "पुश सूचना",
	authenticator: "ऑथेंटिकेटर ऐप",
	messenger: "मैसेंजर",
	backup: "बैकअप",
	key: "सुरक्षा कुंजी",
} as const satisfies Record<Channel, string>;

const toPeople = counted({ one: "# व्यक्ति को", other: "# लोगों को" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "1 से कम" : figure(Math.round(expected)));
const ofAll = counted({ one: "# व्यक्ति में से", other: "# लोगों में से" });
const minutesOf = counted({ one: "पिछले # मिनट में", other: "पिछले # मिनट में" });
const place = (where: Where) => (where.length === 0 ? "कुछ जगहों पर" : places(where));
const there = (where: Where | null) => (where === null ? "" : ` (${place(where)})`);
const codes = ({ channel, service }: { channel: Channel; service: string }) => `${service} के ${kinds[channel]} कोड`;
const failedOf = (failed: number, all: number) => `${ofAll(all)} ${toPeople(failed)}`;
const DAY = "पिछले 24 घंटों में";

export const hi: Phrasebook = {
	language: "hi",
	states: { calm: "सामान्य", raised: "संभावित", failing: "खराबी", unknown: "अज्ञात" },
	quiet: { silence: "कोई रिपोर्ट नहीं", few: "बहुत कम रिपोर्टें", doubt: "स्पष्ट नहीं" },

	nobodyNew: ({ channel, minutes, where }) =>
		`कई लोगों को${there(where)} ${by[channel]} कोड नहीं मिला; ${minutesOf(minutes)} किसी और ने कुछ नहीं बताया।`,
	allCame: ({ channel, minutes, where, answered }) =>
		`${minutesOf(minutes)} कोशिश करने वाले ${toPeople(answered)} ${by[channel]} कोड मिल गया; उससे पहले कई लोगों को नहीं मिला${there(where)}।`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`${minutesOf(minutes)} कोशिश करने वाले ${failedOf(missing, answered)} ${by[channel]} कोई कोड नहीं मिला।`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`${minutesOf(minutes)} कोशिश करने वाले ${failedOf(failed, answered)} ${by[channel]} कोड पाने में दिक्कत हुई।`,
	silence: ({ service }) => `${DAY} ${service} के बारे में किसी ने कुछ नहीं बताया।`,
	lookedInto: "हमने ताज़ा रिपोर्टें जाँचीं और खराबी का कोई संकेत नहीं मिला।",
	few: ({ failed, reporters }) =>
		failed === 0
			? `${DAY} सिर्फ़ ${toPeople(reporters)} कोड मिलने की बात पता चली; कुछ कहने के लिए यह बहुत कम है।`
			: `${DAY} ${failedOf(failed, reporters)} दिक्कत हुई; कुछ कहने के लिए यह बहुत कम है।`,
	doubt: ({ failed, minutes, why }) => `${minutes === null ? DAY : minutesOf(minutes)} ${toPeople(failed)} दिक्कत हुई; ${hi.why(why)}।`,
	why(why) {
		if (why.kind === "ended") return "मॉडरेटर ने घटना को समाप्त कर दिया है";
		if (why.kind === "not-yet") return "अभी यह किसी घटना के लिए काफ़ी नहीं है";
		return `लगभग ${clockTime(new Date(why.startedAt))} पर शुरू हुई घटना समाप्त हो गई लगती है`;
	},
	fine: ({ arrived, reporters }) => `दिक्कत का कोई संकेत नहीं: ${DAY} ${failedOf(arrived, reporters)} अपना कोड मिला।`,
	ordinary: ({ failed }) => `कुछ भी असामान्य नहीं: ${DAY} ${toPeople(failed)} दिक्कत हुई, जैसे किसी भी दिन होती है।`,
	unknown: ({ service }) => `हम अभी नहीं बता सकते कि ${service} के कोड पहुँच रहे हैं या नहीं।`,

	place,
	only: (where) => `अभी तक सिर्फ़: ${place(where)}; संख्याओं में सब लोग शामिल हैं।`,
	usually: (expected) => `आम तौर पर: ${usual(expected)}।`,
	started: (time) => `लगभग ${time} पर शुरू हुआ।`,
	ourFault: "गड़बड़ी हमारी ओर है, ज़रूरी नहीं कि उनकी ओर हो।",
	lastReading: (time, sentence) => `${time} की पिछली जानकारी: ${sentence}`,

	staySignedIn: {
		deed: "अगर आप कहीं भी अब तक साइन इन हैं, तो साइन आउट न करें।",
		text: "दोबारा साइन इन करने के लिए शायद वही कोड चाहिए जो नहीं आ रहा।",
	},
	dontResend: {
		deed: "बार-बार नया कोड न माँगें।",
		text: "नया कोड पिछले कोड को रद्द कर सकता है, और बहुत ज़्यादा कोशिशों से आपका खाता बंद हो सकता है। ज़रूरी हो तो आधे घंटे बाद एक बार और कोशिश करें।",
	},
	fallbacks: {
		key: { deed: "अगर आप सेटिंग तक पहुँच सकते हैं, तो एक सुरक्षा कुंजी जोड़ें।", text: "उसे किसी कोड की ज़रूरत नहीं होती।" },
		authenticator: {
			deed: "अगर आप सेटिंग तक पहुँच सकते हैं, तो एक ऑथेंटिकेटर ऐप जोड़ें।",
			text: "उसके कोड आपके फ़ोन पर ही बनते हैं; किसी को भेजने नहीं पड़ते।",
		},
		email: { deed: "अगर ईमेल से कोड पाने का विकल्प मिले, तो उसे चुनें।", text: "स्पैम फ़ोल्डर में भी देखें।" },
		push: { deed: "अगर ऐप आपके दूसरे डिवाइस पर है, तो वहाँ से साइन इन मंज़ूर करें।", text: "वही मंज़ूर करें जो आपने खुद शुरू किया हो।" },
		backup: { deed: "अगर आपने बैकअप कोड सहेजे हैं, तो एक का इस्तेमाल करें।", text: "हर कोड एक बार चलता है। एक बाद के लिए बचाकर रखें।" },
	},
	works: ({ came, answered, minutes }) => `${minutesOf(minutes)} ${failedOf(came, answered)} इससे कोड मिला।`,
	heldForIncident: (channel) => `यह सलाह हम अभी रोक रहे हैं: ${kinds[channel]} कोड पर भी एक घटना चल रही है।`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`यह सलाह हम अभी रोक रहे हैं: ${failedOf(failed, answered)} ${by[channel]} कोड पाने में भी दिक्कत है।`,

	widget: {
		title: (service) => `${service}: क्या कोड पहुँच रहे हैं?`,
		calm: "कोड हमेशा की तरह पहुँच रहे हैं।",
		quiet: "कोई दिक्कत नहीं बता रहा।",
		cannotTell: "हम अभी नहीं बता सकते।",
		demo: "डेमो",
		at: (time) => `${time} पर`,
		reportYours: "अपनी बात बताएँ",
		whatPeopleReport: "लोग क्या बता रहे हैं",
		failing: (said) =>
			`${minutesOf(said.minutes)} ${failedOf(said.failed, said.answered)} दिक्कत हुई: ${codes(said)}${said.where === null ? "" : `; खराबी अभी तक सिर्फ़ यहाँ है: ${place(said.where)}`}।`,
		raised: (said) => `${codes(said)} शायद नहीं पहुँच रहे${there(said.where)}।`,
		fine: (said) => `दिक्कत का कोई संकेत नहीं: ${codes(said)}।`,
		silent: (said) => `कोई रिपोर्ट नहीं: ${codes(said)}।`,
		doubt: (said) => `${codes(said)}: आज सामान्य से ज़्यादा लोगों को दिक्कत हुई; अभी यह किसी घटना के लिए काफ़ी नहीं है।`,
		few: (said) =>
			said.answered === 0
				? `${codes(said)}: कुछ कहने के लिए बहुत कम लोगों ने बताया है।`
				: `${codes(said)}: ${failedOf(said.failed, said.answered)} दिक्कत हुई; कुछ कहने के लिए यह बहुत कम है।`,
		unknown: (said) => `हम नहीं बता सकते कि ${codes(said)} पहुँच रहे हैं या नहीं।`,
	},
};
