// Whose codes do people wait for: mailboxes.
import type { ServiceRow } from "./row";

export const mail: readonly ServiceRow[] = [
	["aol", "AOL", "aol.com", ["sms", "call", "email", "push", "authenticator", "key"], ["AOL Mail", "America Online"]],
	["fastmail", "Fastmail", "fastmail.com", ["sms", "authenticator", "key"], []],
	["gmx", "GMX", "gmx.net", ["sms", "authenticator"], ["gmx.com", "gmx.de"]],
	["mail-ru", "Mail.ru", "mail.ru", ["sms", "push", "authenticator", "backup", "key"], ["Почта Mail.ru"]],
	["naver", "Naver", "naver.com", ["sms", "email", "push"], ["네이버"]],
	["netease-mail", "NetEase Mail", "163.com", ["sms"], ["126.com", "网易邮箱"]],
	["proton", "Proton", "proton.me", ["sms", "email", "authenticator", "backup", "key"], ["Proton Mail", "Proton VPN"]],
	["tuta", "Tuta", "tuta.com", ["authenticator", "backup", "key"], ["Tutanota"]],
	["web-de", "WEB.DE", "web.de", ["sms", "authenticator"], []],
	[
		"yahoo",
		"Yahoo",
		"yahoo.com",
		["sms", "call", "email", "push", "authenticator", "key"],
		["Yahoo Mail"],
		"https://help.yahoo.com/kb/SLN5013.html",
	],
	["yandex", "Yandex", "yandex.ru", ["sms", "call", "push", "authenticator", "key"], ["yandex.com", "Яндекс", "Яндекс Go"]],
	["zoho", "Zoho", "zoho.com", ["sms", "email", "push", "authenticator", "backup", "key"], ["Zoho Mail"]],
];
