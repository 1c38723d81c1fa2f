// Whose codes do people wait for: sign-in for many services at once.
import type { ServiceRow } from "./row";

export const identity: readonly ServiceRow[] = [
	["adobe", "Adobe", "adobe.com", ["sms", "email", "push", "authenticator", "key"], ["Adobe ID", "Creative Cloud"]],
	[
		"apple",
		"Apple",
		"apple.com",
		["sms", "call", "email", "push", "key"],
		["Apple Account", "Apple ID", "iCloud", "iTunes"],
		"https://support.apple.com/102606",
	],
	["bankid", "BankID", "bankid.com", ["push"], ["Mobilt BankID"]],
	["clear", "CLEAR", "clearme.com", ["sms", "email"], []],
	["duo", "Duo Security", "duo.com", ["sms", "call", "push", "authenticator", "backup", "key"], ["Cisco Duo"]],
	[
		"google",
		"Google",
		"google.com",
		["sms", "call", "email", "push", "authenticator", "backup", "key"],
		["Gmail", "Google Account", "YouTube", "谷歌"],
		"https://support.google.com/accounts/answer/185834",
	],
	["huawei", "Huawei", "huawei.com", ["sms", "email"], ["Huawei ID", "华为"]],
	[
		"id-me",
		"ID.me",
		"id.me",
		["sms", "call", "email", "push", "authenticator", "backup", "key"],
		[],
		"https://help.id.me/hc/en-us/articles/360018113053",
	],
	["itsme", "itsme", "itsme-id.com", ["sms", "push"], []],
	[
		"microsoft",
		"Microsoft",
		"microsoft.com",
		["sms", "call", "email", "push", "authenticator", "messenger", "backup", "key"],
		["Hotmail", "Microsoft 365", "Microsoft Account", "Office 365", "Outlook", "Teams", "Xbox"],
	],
	["mitid", "MitID", "mitid.dk", ["push"], ["NemID"]],
	["okta", "Okta", "okta.com", ["sms", "call", "email", "push", "authenticator", "key"], ["Auth0"]],
	["posteid", "PosteID", "poste.it", ["sms", "push"], ["Poste Italiane"]],
	["samsung", "Samsung", "samsung.com", ["sms", "email", "push", "authenticator", "backup"], ["Galaxy Store", "Samsung Account"]],
	["smart-id", "Smart-ID", "smart-id.com", ["push"], []],
	["xiaomi", "Xiaomi", "mi.com", ["sms", "email", "push"], ["Mi Account", "小米"]],
];
