import { NOTE_LENGTH_MAX } from "@/lib/note";
import { numbersOf } from "@/lib/phrasebook/numbers";
import { channelWords, flowWords, symptomWords } from "@/lib/words";
import type { FormPhrases } from "../form-phrases";

const { counted } = numbersOf("en");
const seconds = counted({ one: "a second", other: "# seconds" });

export const en: FormPhrases = {
	lead: "Three taps if our guesses are right. No account, no phone number.",
	codeFrom: "Code from",
	change: "Change",
	who: "Who should have sent the code?",
	how: "How should it have come?",
	anotherWay: "Another way",
	what: "What happened?",
	when: "When did you last try?",
	tried: { 0: "Just now", 30: "In the last hour", 360: "Earlier today" },
	channels: {
		sms: { name: channelWords.sms.name, hint: "text message" },
		call: { name: channelWords.call.name, hint: "a voice reads it" },
		email: { name: channelWords.email.name, hint: null },
		push: { name: channelWords.push.name, hint: "approve in the app" },
		authenticator: { name: channelWords.authenticator.name, hint: "digits that change" },
		messenger: { name: channelWords.messenger.name, hint: "WhatsApp, Viber and the like" },
		backup: { name: channelWords.backup.name, hint: "from your saved list" },
		key: { name: channelWords.key.name, hint: "USB or NFC" },
	},
	symptoms: {
		missing: { name: symptomWords.missing, hint: null },
		late: { name: symptomWords.late, hint: null },
		rejected: { name: symptomWords.rejected, hint: null },
		blocked: { name: symptomWords.blocked, hint: "“Try again later”, “number not supported”" },
		arrived: { name: symptomWords.arrived, hint: "This helps as much as a failure: it tells us how many were fine." },
	},
	where: "Where are you?",
	chooseCountry: "Choose a country",
	guessed: "Our guess from your connection.",
	onlyCountry: "We keep the country, never your address.",
	network: "Your mobile network",
	mailbox: "Where is your mailbox?",
	optional: "(optional)",
	more: "Add how long you waited, or what you were doing",
	howLong: "How long did you wait?",
	waited: {
		30: "Under a minute",
		180: "1 to 5 minutes",
		600: "5 to 15 minutes",
		2100: "15 minutes to an hour",
		7200: "Longer than an hour",
	},
	doing: "What were you doing?",
	flows: flowWords,
	ratherNot: "Rather not say",
	anythingElse: "Anything else?",
	noteHint: "Leave out numbers, names, codes and links: we strike them out. Nobody but a moderator reads this.",
	send: "Send report",
	sending: "Sending",
	leaveEmpty: "Leave this empty",
	neverAsked:
		"We never ask for your number, e-mail address, user name or code. We don’t need them, and what we don’t have can’t leak. Nobody from Undelivered will ever contact you.",

	notListed: {
		typeDomain: "Is it not listed? Type its domain, such as example.org, send again, and you can suggest it.",
		suggest: (domain) => `It is not listed: suggest ${domain}`,
		looked: "A moderator looks at it first. Your report is kept, and counts once the service is added.",
	},
	problems: {
		service: "Name a service we know, as the list has it.",
		channel: "Choose a way this service sends codes.",
		symptom: "Choose what happened. A security key is either refused or works.",
		triedMinutesAgo: "Choose when you tried.",
		region: "Choose your country from the list.",
		carrier: "Choose a name from the list, or leave this empty.",
		waitedSeconds: "Choose one of these, or rather not say.",
		flow: "Choose one of these, or rather not say.",
		note: counted({
			one: "Write ordinary text of at most # character, or leave this empty.",
			other: "Write ordinary text of at most # characters, or leave this empty.",
		})(NOTE_LENGTH_MAX),
		website: "Leave this empty.",
	},
	refusals: {
		malformed: { title: "We could not read that", text: "Mend what is marked below, and send it again." },
		"not-text": { title: "That is not plain text", text: "Take out the special characters, and send it again." },
		"from-the-future": { title: "That time has not come yet", text: "Choose when you tried." },
		"unknown-service": { title: "We do not know this service", text: "There is no service by this name here." },
		"declined-service": {
			title: "We do not list this service",
			text: "A moderator looked at it and did not list it, so we take no reports about it.",
		},
		"unknown-carrier": { title: "We do not know this carrier", text: "Choose a name from the list, or leave it out." },
		"unknown-region": { title: "We do not know this country", text: "Choose your country from the list." },
		"unsupported-channel": { title: "This service does not use this way", text: "Choose another way." },
		"too-many": {
			title: "Too many in a short time",
			text: "You have sent many reports just now. They are safe; wait before you send another.",
		},
		busy: { title: "We could not do this just now", text: "Nothing was saved. Send it again in a moment." },
	},
	refused: { title: "That was not taken", text: "Send it again in a moment." },
	didYouMean: (names) => `Did you mean ${names}?`,
	sendsBy: (channels) => `It sends codes this way: ${channels}.`,
	againIn: counted({ one: "Try again in # minute.", other: "Try again in # minutes." }),
	typedIsKept: "What you typed is kept.",
	broken: {
		title: "We couldn’t save your report.",
		text: "Something broke on our side. It is still here, as you typed it: send it again in a moment.",
	},

	thanks: {
		counted: "Counted. Thank you.",
		kept: "Kept. Thank you.",
		alreadyTold: "You told us already.",
		notListedYet: (service) => `${service} is not listed yet. Your report is kept, and counts once a moderator has added it.`,
		outlined: "The outlined slot is you.",
		listedAlready: (domain, service) => `${domain} belongs to a service that is listed already, ${service}: your report stands there.`,
		onceOnly: "That report counts, once. Saying it again keeps it fresh without adding to the evidence.",
		asking:
			"We can’t write to you, so the question waits here for six hours: on this page, and on the page of the service. A code that comes late is worth knowing about too.",
		stay: "Don’t sign out anywhere. Don’t keep pressing resend.",
		whatElse: "What else to do",
		takenBack: "Taken back.",
		countsNoMore: "Your report counts no more.",
		reportAgain: "Report again",
	},

	waiting: {
		notSentYet: "Your report is not sent yet.",
		unreached: (about, time) =>
			`We could not be reached, or something broke on our side. Your report about ${about} is kept on this device and we try again by ourselves, with the time you tried: ${time}.`,
		offline: (about, time) =>
			`Your report about ${about} is kept on this device and is sent when the connection is back, with the time you tried: ${time}.`,
		tryNow: "Try now",
		throwAway: "Throw it away",
		mayClose: "You can close this page. Open it again within a day, and the report goes out.",
		leaveOpen: "This browser keeps nothing: leave this page open.",
		notSent: (about) => `Your report about ${about} was not sent.`,
		tooOld: (time) => `You tried ${time}, more than a day ago: that says nothing of now any more.`,
		mend: "Mend it",
		useAgain: "Use it again",
	},

	isItMe: "Before you report: is it me?",
	clock: {
		title: "Is this device’s clock right?",
		needs: "App codes need a clock that is right to half a minute. Switch “set time automatically” on, then try the next code.",
		yes: "Yes:",
		agrees: (off) => `it agrees with ours to ${seconds(off)}. App codes need that.`,
		no: "No:",
		isOff: (off) => `it is ${seconds(off)} off. App codes will be refused: switch “set time automatically” on.`,
	},
	checks: {
		newest: {
			title: "Use only the newest code",
			text: "If you asked twice, the first code is probably dead, even if it arrives last. Wait five minutes before you ask again.",
		},
		number: {
			title: "Is it the number you have now?",
			text: "Most services show its last two digits. A number you gave years ago, or a second SIM card, gets the code instead.",
		},
		spam: {
			title: "Look in the spam folder",
			text: "And in the tabs and folders your mailbox sorts mail into. Search the whole mailbox for the name of the service: a filter may have moved the mail.",
		},
		address: {
			title: "Is it the address you look at?",
			text: "Most services show part of it. Compare it with the mailbox that is open, and see that the mailbox is not full.",
		},
		others: {
			title: "Do other services’ codes reach you?",
			text: "If none do, look at your phone, your mailbox or your carrier first. If only this one’s do not, it is not you.",
		},
		blocked: {
			title: "Are short or unknown numbers blocked?",
			text: "Codes often come from five- or six-digit numbers, or from abroad. Spam filters, “silence unknown callers” and some plans stop those.",
		},
		line: {
			title: "Is it the right line in the app?",
			text: "A new phone, or setting it up again, makes a new line; the old one shows digits that no longer work. Wait for the next digits, and type them at once.",
		},
		app: {
			title: "Open the app itself",
			text: "The prompt often waits inside. Notifications may be off, or silenced while the battery is low; and the app must be signed in on this phone.",
		},
		used: {
			title: "Has this code been used?",
			text: "Each works once, and a new list makes all older ones worthless. Try the next one on the list, without spaces.",
		},
		port: {
			title: "Try another port or another browser",
			text: "Plug it in without an adapter, or hold it to the upper back of the phone. It is bound to the address it was set up at.",
		},
	},

	offline: {
		title: "You are offline.",
		text: "This page could not be fetched. Below is what we said when this browser last looked; it may have changed since. A report you fill in now is kept on this device and sent when the connection is back.",
		tryAgain: "Try again",
		nothingSeen: "This browser has not looked at any service yet.",
		back: (word) => `Then: ${word}`,
		lastRead: (time) => `We last read this at ${time}:`,
	},
};
