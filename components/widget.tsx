// What stands in other people's pages: a few words, no script of React, its own small style sheet (widget.css). It says
// what people report, never what the host claims, and it links to the form without ever containing it.
import type { ReactNode } from "react";
import { directionOf } from "@/lib/languages";
import type { Phrasebook } from "@/lib/phrasebook";
import type { Channel } from "@/lib/report";
import type { Advice, ChannelStatus, Status } from "@/lib/status";
import { sentenceOf } from "@/lib/telling";
import { clockTime } from "@/lib/words";
import { Dashes } from "./brand";
import { hasReading } from "./has-reading";
import { drawings } from "./shape";
import { type Look, lookOfStatus } from "./tone";

export const widgetShows = ["banner", "compact", "advice", "report"] as const;
export type WidgetShow = (typeof widgetShows)[number];
export const widgetThemes = ["auto", "light", "dark"] as const;
export type WidgetTheme = (typeof widgetThemes)[number];

export type WidgetProps = {
	status: Status;
	advice: readonly Advice[];
	/** Without a slash at its end. */
	publicUrl: string;
	/** Of one channel only; `null` speaks of the worst. */
	channel: Channel | null;
	shows: readonly WidgetShow[];
	book: Phrasebook;
};

export function Widget({ status, advice, publicUrl, channel, shows, book }: WidgetProps) {
	const { look, sentence } = toldOf(status, channel, book);
	const isTrouble = look.shape === "failing" || look.shape === "possible";
	const first = isTrouble ? advice.find((piece) => piece.withheld === null) : undefined;
	const isLine = shows.includes("compact");
	const { widget } = book;
	return (
		<div className={`w ${look.tone} ${isLine ? "w-line" : "w-banner"}`} data-state={status.state}>
			<p className="w-word">
				<svg viewBox="0 0 16 16" aria-hidden="true">
					{drawings[look.shape]}
				</svg>
				{look.word}
			</p>
			<p className="w-sentence" role="status">
				{isLine ? (shortly(look, book) ?? sentence) : sentence}
			</p>
			{first && !isLine && <p>{first.deed}</p>}
			<p className="w-tail">
				{status.demo && <b>{widget.demo}</b>}
				{hasReading(status) && (
					<time dateTime={status.asOf} data-seconds={Math.round(status.ageSeconds)}>
						{widget.at(clockTime(new Date(status.asOf)))}
					</time>
				)}
				{shows.includes("report") && <Out href={`${publicUrl}/report?service=${status.service}`}>{widget.reportYours}</Out>}
				<Out href={`${publicUrl}/services/${status.service}`}>
					{!isLine && <Dashes className="w-mark" />}
					{widget.whatPeopleReport}
				</Out>
			</p>
		</div>
	);
}

/** One line has room for what is usual; trouble is told in full. */
function shortly({ shape }: Look, { widget }: Phrasebook): string | undefined {
	if (shape === "calm") return widget.calm;
	if (shape === "quiet") return widget.quiet;
	return shape === "unknown" ? widget.cannotTell : undefined;
}

function Out({ href, children }: { href: string; children: ReactNode }) {
	return (
		<a href={href} target="_blank" rel="noopener">
			{children}
		</a>
	);
}

function toldOf(status: Status, channel: Channel | null, book: Phrasebook): { look: Look; sentence: string } {
	const reading = status.channels.find((candidate) => candidate.channel === channel);
	if (!reading || status.state === "unknown" || channel === status.worst)
		return { look: lookOfStatus(status, book), sentence: sentenceOf(status.says, book) };
	return { look: lookOfStatus(reading, book), sentence: sentenceOfChannel(reading, status.name, book) };
}

function sentenceOfChannel(
	{ windowMinutes: minutes, state, restsOn, ...reading }: ChannelStatus,
	service: string,
	book: Phrasebook,
): string {
	const said = { ...reading, service, minutes };
	const { widget } = book;
	switch (state) {
		case "failing":
			return widget.failing(said);
		case "raised":
			return widget.raised(said);
		case "unknown":
			return widget.unknown(said);
		case "calm":
			if (restsOn === "reports") return widget.fine(said);
			if (restsOn === "silence") return widget.silent(said);
			return restsOn === "doubt" ? widget.doubt(said) : widget.few(said);
	}
}

type WidgetPageProps = WidgetProps & { theme: WidgetTheme; css: string; script: string };

/** The whole document of a frame. `css` is widget.css, `script` the bundled embed.browser.ts; neither holds a word of the query. */
export function WidgetPage({ theme, css, script, ...widget }: WidgetPageProps) {
	return (
		<html lang={widget.book.language} dir={directionOf(widget.book.language)} data-theme={theme} data-service={widget.status.service}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<link rel="icon" href="data:," />
				<title>{widget.book.widget.title(widget.status.name)}</title>
				<style dangerouslySetInnerHTML={{ __html: css }} />
			</head>
			<body>
				<main>
					<Widget {...widget} />
				</main>
				<script dangerouslySetInnerHTML={{ __html: script }} />
			</body>
		</html>
	);
}
