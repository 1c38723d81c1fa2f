// Whose codes do people wait for: messengers.
import type { ServiceRow } from "./row";

export const messaging: readonly ServiceRow[] = [
	["bale", "Bale", "bale.ai", ["sms", "call"], ["بله"]],
	["botim", "BOTIM", "botim.me", ["sms", "call"], []],
	[
		"discord",
		"Discord",
		"discord.com",
		["sms", "email", "authenticator", "backup", "key"],
		["Discord Nitro"],
		"https://support.discord.com/hc/en-us/articles/219576828",
	],
	["eitaa", "Eitaa", "eitaa.com", ["sms", "call"], ["ایتا"]],
	["imo", "imo", "imo.im", ["sms", "call"], ["imo messenger"]],
	["kakaotalk", "KakaoTalk", "kakao.com", ["sms", "call", "email", "push"], ["Kakao", "Kakao Account", "카카오톡"]],
	["line", "LINE", "line.me", ["sms", "call", "email", "push"], ["ライン", "라인"]],
	["max", "MAX", "max.ru", ["sms"], ["МАКС"]],
	["qq", "QQ", "qq.com", ["sms"], ["Tencent QQ", "腾讯QQ"]],
	["rubika", "Rubika", "rubika.ir", ["sms", "call"], ["روبیکا"]],
	["signal", "Signal", "signal.org", ["sms", "call"], ["Signal Messenger"]],
	["slack", "Slack", "slack.com", ["sms", "email", "authenticator", "backup"], []],
	[
		"telegram",
		"Telegram",
		"telegram.org",
		["sms", "call", "email", "messenger"],
		["TG", "Телеграм"],
		"https://telegram.org/faq#login-and-sms",
	],
	["threema", "Threema", "threema.ch", ["sms", "call"], []],
	["truecaller", "Truecaller", "truecaller.com", ["sms", "call"], []],
	["viber", "Viber", "viber.com", ["sms", "call"], ["Rakuten Viber", "Вайбер"]],
	["wechat", "WeChat", "wechat.com", ["sms", "call", "email", "messenger"], ["Weixin", "微信"]],
	["whatsapp", "WhatsApp", "whatsapp.com", ["sms", "call", "email", "push"], ["WA", "WhatsApp Business", "Ватсап", "واتساب"]],
	["wire", "Wire", "wire.com", ["email"], []],
	["zalo", "Zalo", "zalo.me", ["sms", "call"], []],
];
