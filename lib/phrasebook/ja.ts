import type { Phrasebook } from "../phrasebook";
import type { Channel } from "../report";
import type { Where } from "../saying";
import { clockTime } from "../words";
import { numbersOf } from "./numbers";
import { placesIn } from "./places";

const { counted } = numbersOf("ja");
const places = placesIn("ja");

/** What a person waits for on a channel. */
export const code = {
	sms: "SMSのコード",
	call: "電話のコード",
	email: "メールのコード",
	push: "プッシュ通知",
	authenticator: "認証アプリのコード",
	messenger: "メッセージアプリのコード",
	backup: "バックアップコード",
	key: "セキュリティキー",
} as const satisfies Record<Channel, string>;

export const people = counted({ other: "#人" });
/** A usual number as people say it: never "0.3". */
export const usual = (expected: number) => (expected < 1 ? "1人未満" : people(Math.round(expected)));
const minutesOf = counted({ other: "直近#分間" });
const place = (where: Where) => (where.length === 0 ? "一部の場所" : places(where));
const there = (where: Where | null) => (where === null ? "" : `（${place(where)}）`);
const codes = ({ channel, service }: { channel: Channel; service: string }) => `${service}の${code[channel]}`;
const failedOf = (failed: number, all: number) => `${people(all)}中${people(failed)}`;
const DAY = "直近24時間";

export const ja: Phrasebook = {
	language: "ja",
	states: { calm: "平常", raised: "障害の可能性", failing: "障害発生中", unknown: "不明" },
	quiet: { silence: "報告なし", few: "報告が少数", doubt: "判断できません" },

	nobodyNew: ({ channel, minutes, where }) =>
		`${code[channel]}が届かない人がいました${there(where)}。${minutesOf(minutes)}に新しい報告はありません。`,
	allCame: ({ channel, minutes, where, answered }) =>
		`${minutesOf(minutes)}に試した${people(answered)}には${code[channel]}が届きました。それ以前は多くの人に届いていませんでした${there(where)}。`,
	noneCame: ({ channel, minutes, missing, answered }) =>
		`${minutesOf(minutes)}に試した${failedOf(missing, answered)}に${code[channel]}が届いていません。`,
	trouble: ({ channel, minutes, failed, answered }) =>
		`${minutesOf(minutes)}に試した${failedOf(failed, answered)}で${code[channel]}に問題がありました。`,
	silence: ({ service }) => `${DAY}、${service}についての報告はありません。`,
	lookedInto: "最新の報告を確認しましたが、障害の兆候は見つかりませんでした。",
	few: ({ failed, reporters }) =>
		failed === 0
			? `${DAY}に${people(reporters)}が回答し、コードは届いていました。人数が少なく、判断できません。`
			: `${DAY}に${failedOf(failed, reporters)}で問題がありました。人数が少なく、判断できません。`,
	doubt: ({ failed, minutes, why }) =>
		`${minutes === null ? DAY : minutesOf(minutes)}に${people(failed)}で問題がありました。${ja.why(why)}。`,
	why(why) {
		if (why.kind === "ended") return "モデレーターが障害の終了を宣言しています";
		if (why.kind === "not-yet") return "今のところ障害と言えるほどではありません";
		return `${clockTime(new Date(why.startedAt))}ごろに始まった障害は終わったようです`;
	},
	fine: ({ arrived, reporters }) => `問題の兆候はありません。${DAY}に${failedOf(arrived, reporters)}にコードが届きました。`,
	ordinary: ({ failed }) => `普段どおりです。${DAY}に${people(failed)}で問題がありましたが、いつもの範囲です。`,
	unknown: ({ service }) => `${service}のコードが届いているかどうか、今は分かりません。`,

	place,
	only: (where) => `今のところ次の場所だけです：${place(where)}。数字は全員を数えたものです。`,
	usually: (expected) => `普段は${usual(expected)}です。`,
	started: (time) => `${time}ごろに始まりました。`,
	ourFault: "問題はこちら側にあり、サービス側とは限りません。",
	lastReading: (time, sentence) => `最後の確認（${time}）：${sentence}`,

	staySignedIn: {
		deed: "どこかでまだログイン中なら、ログアウトしないでください。",
		text: "ログインし直すときに、届かないコードが必要になるかもしれません。",
	},
	dontResend: {
		deed: "新しいコードを何度も請求しないでください。",
		text: "新しいコードで前のコードが無効になったり、回数が多すぎてロックされたりすることがあります。必要なら30分後にもう一度だけ試してください。",
	},
	fallbacks: {
		key: { deed: "設定を開けるなら、セキュリティキーを追加してください。", text: "コードはまったく必要ありません。" },
		authenticator: {
			deed: "設定を開けるなら、認証アプリを追加してください。",
			text: "コードはスマートフォンの中で作られ、届けてもらう必要がありません。",
		},
		email: { deed: "メールでコードを受け取れるなら、それを選んでください。", text: "迷惑メールフォルダーも確認してください。" },
		push: { deed: "別の端末にアプリがあるなら、そこでログインを承認してください。", text: "自分で始めたものだけを承認してください。" },
		backup: { deed: "保存してあるなら、バックアップコードを使ってください。", text: "1つにつき1回だけ使えます。1つは残しておきましょう。" },
	},
	works: ({ came, answered, minutes }) => `${minutesOf(minutes)}に${failedOf(came, answered)}がこの方法で成功しました。`,
	heldForIncident: (channel) => `この案内は控えています：${code[channel]}でも障害が続いています。`,
	heldForTrouble: ({ failed, answered, channel }) =>
		`この案内は控えています：${failedOf(failed, answered)}が${code[channel]}でも問題を報告しています。`,

	widget: {
		title: (service) => `${service}：コードは届いていますか`,
		calm: "コードは普段どおり届いています。",
		quiet: "問題の報告はありません。",
		cannotTell: "今は分かりません。",
		demo: "デモ",
		at: (time) => `${time}時点`,
		reportYours: "あなたも報告する",
		whatPeopleReport: "みんなの報告を見る",
		failing: (said) =>
			`${minutesOf(said.minutes)}に${failedOf(said.failed, said.answered)}で${codes(said)}に問題がありました${said.where === null ? "" : `。障害は今のところ次の場所だけです：${place(said.where)}`}。`,
		raised: (said) => `${codes(said)}が届いていない可能性があります${there(said.where)}。`,
		fine: (said) => `${codes(said)}に問題の兆候はありません。`,
		silent: (said) => `${codes(said)}についての報告はありません。`,
		doubt: (said) => `今日は普段より多くの人で${codes(said)}に問題がありましたが、今のところ障害と言えるほどではありません。`,
		few: (said) =>
			said.answered === 0
				? `${codes(said)}についての報告が少なく、判断できません。`
				: `${failedOf(said.failed, said.answered)}で${codes(said)}に問題がありました。人数が少なく、判断できません。`,
		unknown: (said) => `${codes(said)}が届いているかどうか分かりません。`,
	},
};
