// How does a drawing of ours stand by itself, without our style sheet? Its classes and variables become attributes, in the
// light colours; its words can be taken out, for pictures whose letters are drawn otherwise. Reads what React writes:
// every tag is closed and no attribute holds a bracket.
import type { Colour } from "@/components/card";

type Attributes = Readonly<Record<string, string>>;

/** What the classes of a chart say; the later in this list goes before the earlier. */
const classes: readonly [name: string, attributes: (colour: Colour) => Attributes][] = [
	["axis", (colour) => ({ "font-size": "13", fill: colour("ink-3") })],
	["caption", (colour) => ({ "font-size": "13", fill: colour("ink-2") })],
	["headline", (colour) => ({ "font-size": "19", "font-weight": "700", fill: colour("ink") })],
	["fill-ink", (colour) => ({ fill: colour("ink") })],
	["font-[600]", () => ({ "font-weight": "700" })],
	["halo", (colour) => ({ "paint-order": "stroke", stroke: colour("paper"), "stroke-width": "4", "stroke-linejoin": "round" })],
];

/** What a tone lends, by token; see the tones of app/tokens.css. */
const tones = {
	"tone-failing": { wash: "failing-wash", excess: "excess-failing" },
	"tone-possible": { wash: "possible-wash", excess: "excess-possible" },
	"tone-past": { wash: "sunken", excess: "usual" },
} as const;
type Tone = keyof typeof tones;
const isTone = (name: string): name is Tone => Object.hasOwn(tones, name);

/** Words of a drawing, from its upper left corner; `anchor` is where `x` is. */
export type Words = { x: number; y: number; anchor: "start" | "middle" | "end"; size: number; bold: boolean; colour: string; text: string };

export type Standalone = {
	/** The drawing with its words. */
	whole: string;
	/** The drawing without them. */
	bare: string;
	words: readonly Words[];
};

type Place = { tone: Tone; x: number; y: number };

/** `markup`: one `<svg>` as React writes it. */
export function standalone(markup: string, colour: Colour): Standalone {
	const places: Place[] = [{ tone: "tone-past", x: 0, y: 0 }];
	const whole: string[] = [];
	const bare: string[] = [];
	const words: Words[] = [];
	for (const [piece, closing, name = "", written = ""] of markup.matchAll(/<(\/?)([a-zA-Z]+)((?:\s[^>]*?)?)\/?>|[^<]+/g)) {
		if (name === "") {
			whole.push(piece);
			const last = words.at(-1);
			if (isInText(whole) && last) last.text += unescaped(piece);
			continue;
		}
		if (closing) {
			places.pop();
			whole.push(piece);
			if (name !== "text") bare.push(piece);
			continue;
		}
		const given = attributesOf(written);
		const place = placeIn(places.at(-1), given);
		places.push(place);
		const attributes = resolved(given, place.tone, colour);
		const tag = `<${name}${Object.entries(attributes)
			.map(([key, value]) => ` ${key}="${value}"`)
			.join("")}>`;
		whole.push(tag);
		if (name === "text") words.push(wordsOf(attributes, place));
		else bare.push(tag);
	}
	return { whole: whole.join(""), bare: bare.join(""), words };
}

function isInText(written: readonly string[]): boolean {
	const opened = written.findLastIndex((piece) => piece.startsWith("<text"));
	return opened > written.lastIndexOf("</text>");
}

function attributesOf(written: string): Attributes {
	return Object.fromEntries([...written.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
}

function placeIn(parent: Place | undefined, { class: names = "", transform = "" }: Attributes): Place {
	const { tone, x, y } = parent ?? { tone: "tone-past", x: 0, y: 0 };
	const [, dx = "0", dy = "0"] = transform.match(/^translate\(([\d.-]+) ([\d.-]+)\)$/) ?? [];
	return { tone: names.split(" ").find(isTone) ?? tone, x: x + Number(dx), y: y + Number(dy) };
}

function resolved({ class: names = "", ...given }: Attributes, tone: Tone, colour: Colour): Attributes {
	const worn = names.split(" ");
	const classed = classes.filter(([name]) => worn.includes(name)).map(([, attributes]) => attributes(colour));
	const all = Object.assign({}, given, ...classed);
	return Object.fromEntries(Object.entries<string>(all).map(([key, value]) => [key, inked(value, tone, colour)]));
}

function inked(value: string, tone: Tone, colour: Colour): string {
	return value.replace(/var\(--([\w-]+)\)/g, (_, token: string) =>
		colour(token === "wash" || token === "excess" ? tones[tone][token] : token),
	);
}

function wordsOf(attributes: Attributes, place: Place): Words {
	const { x = "0", y = "0", fill = "#000000" } = attributes;
	const anchor = attributes["text-anchor"];
	return {
		x: place.x + Number(x),
		y: place.y + Number(y),
		anchor: anchor === "middle" || anchor === "end" ? anchor : "start",
		size: Number(attributes["font-size"] ?? 13),
		bold: Number(attributes["font-weight"] ?? 400) >= 600,
		colour: fill,
		text: "",
	};
}

function unescaped(text: string): string {
	const named: Attributes = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
	return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => named[name] ?? "");
}
