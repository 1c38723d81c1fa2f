import { code, people, usual } from "@/lib/phrasebook/ja";
import { numbersOf } from "@/lib/phrasebook/numbers";
import type { Phrases } from "../phrases";

const { counted } = numbersOf("ja");

export const ja: Phrases = {
	nav: {
		label: "メイン",
		skip: "本文へ移動",
		menu: "メニュー",
		report: "コードを報告",
		overview: "一覧",
		incidents: "障害",
		carriers: "キャリア",
		countries: "国",
		method: "方法",
		widget: "ウィジェット",
	},
	footer: {
		promise:
			"UndeliveredがSMSを送ることはなく、コード・パスワード・電話番号をお尋ねすることもありません。広告も第三者の読み込みもなく、報告するまでCookieも使いません。",
		howWeKnow: "判断のしかた",
		privacy: "プライバシー",
		languages: "言語",
	},
	demo: "デモです。ページの動きを見せるために入れた報告で、実在の人のものではありません。",
	codes: code,
	statement: {
		allServices: "すべてのサービス",
		keep: "マイサービスに入れる",
		confirmedBy: { crowd: "公開ルールにより確認", moderator: "モデレーターが確認" },
		notConfirmed: "未確認",
		whatToDo: "今すべきこと",
		restsOn: "根拠",
		rests: {
			incident: "継続中の障害",
			reports: "利用者の報告",
			silence: "報告がないこと",
			few: "ごく少数の報告",
			doubt: "一致しない報告",
			nothing: "読み取れたものがありません",
		},
		lastReport: "最後の報告",
		read: "確認",
		confidence: "確度",
		confidences: { confirmed: "確認済み", strong: "高い（未確認）", early: "初期段階" },
		networks: counted({ other: "#ネットワーク" }),
		fault: "原因",
		causes: {
			service: "サービスまたは送信元",
			carrier: "通信会社",
			region: "地域",
			"shared-sender": "複数のサービスが使う送信元",
			undetermined: "不明",
		},
		hereIsWhy: "理由",
		says: (service) => `${service}の発表`,
		stances: {
			silent: "発表なし",
			denied: "否定",
			partly_acknowledged: "一部を認めた",
			admitted: "認めた",
			fixed: "解消したと発表",
		},
		nothingKnown: "把握していません",
		utc: "時刻はUTC",
		clockOf: (city) => `時刻は${city}のもの`,
		justNow: "たった今",
	},
	people: {
		none: "コードが届かない",
		late: "遅れた・拒否された",
		inTime: "時間内に届いた",
		usually: (expected) => `普段は${usual(expected)}`,
		label: ({ answered, codes, none, late, inTime, expected }) =>
			`${codes}について回答した${people(answered)}のうち、${people(none)}に届かず、${people(late)}は遅れるか拒否され、${people(inTime)}は時間内に届きました。普段問題があるのは${usual(expected)}です。`,
	},
	ask: { question: (service) => `${service}のコードは届きましたか`, none: "届かない", late: "遅れた・拒否", came: "届いた" },
	last: {
		label: "あなたの最後の報告",
		reported: (name, time) => `${time}に${name}について報告しました。`,
		arrived: { question: "その後、届きましたか", came: "届いた", nothing: "まだ届かない" },
		worked: { question: "その後、使えましたか", came: "使えた", nothing: "変わらない" },
		noted: {
			came: "記録しました：その後届いた。",
			nothing: "記録しました：まだ届かない。",
			withdrawn: "取り下げました。もう数えられません。",
		},
		notSaved: "保存できませんでした。こちら側の問題で、報告そのものは無事です。少ししてからもう一度お試しください。",
		mistake: "間違えて送りましたか",
		takeBack: "取り下げる",
		another: "別のコードを報告",
	},
	advice: {
		lead: (service) => `${service}のコードが届かないとき。`,
		heldBack: "控えている案内：",
		ordinary: [
			{ deed: "もう一度請求する前に5分待ってください。", text: "新しいコードで前のコードが無効になることがあります。" },
			{ deed: "いちばん新しいコードだけを使ってください。", text: "2回請求した場合、最初のコードは後から届いても無効かもしれません。" },
			{
				deed: "コードが埋もれやすい場所を確認してください。",
				text: "迷惑メール、ブロックした送信者、いっぱいの受信箱、圏外や機内モードの電話などです。",
			},
		],
		signedOut: "もうログアウトしてしまいましたか",
		otherWay: (service) => `${service}が別の受け取り方法を示しているなら、それを選んでください。なければ、待つのがいちばん安全です。`,
		helpFrom: (service) => `${service}のヘルプ`,
		nobodyAsks: "ここではコードやパスワードを尋ねることはありません。「直してあげる」と言う人は、あなたのアカウントを狙っています。",
		orMe: "自分の側の問題かも？",
		lookNearer: "どのサービスのコードも届かないなら、まず電話機や通信会社を確認してください。",
		checks: "簡単な確認",
	},
};
