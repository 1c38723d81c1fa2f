// What stands in other people's pages: a few words, no script of React, its own small style sheet (widget.css). It says
// what people report, never what the host claims, and it links to the form without ever containing it.
import type { ReactNode } from "react";
import type { Channel } from "@/lib/report";
import type { Advice, Status } from "@/lib/status";
import { channelWords, figure, people } from "@/lib/words";
import { Dashes } from "./brand";
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
};

export function Widget({ status, advice, publicUrl, channel, shows }: WidgetProps) {
	const { look, sentence } = toldOf(status, channel);
	const isTrouble = look.shape === "failing" || look.shape === "possible";
	const first = isTrouble ? advice.find((piece) => piece.withheld === null) : undefined;
	const isLine = shows.includes("compact");
	return (
		<div className={`w ${look.tone} ${isLine ? "w-line" : "w-banner"}`} data-state={status.state}>
			<p className="w-word">
				<svg viewBox="0 0 16 16" aria-hidden="true">
					{drawings[look.shape]}
				</svg>
				{look.word}
			</p>
			<p className="w-sentence" role="status">
				{isLine ? (shortly[look.shape] ?? sentence) : sentence}
			</p>
			{first && !isLine && <p>{first.deed}</p>}
			<p className="w-tail">
				{status.demo && <b>Demo</b>}
				<time dateTime={status.asOf} data-seconds={Math.round(status.ageSeconds)}>
					at {status.asOf.slice(11, 16)} UTC
				</time>
				{shows.includes("report") && <Out href={`${publicUrl}/report?service=${status.service}`}>Report yours</Out>}
				<Out href={`${publicUrl}/services/${status.service}`}>{!isLine && <Dashes className="w-mark" />}What people report</Out>
			</p>
		</div>
	);
}

/** One line has room for what is usual; trouble is told in full. */
const shortly: Partial<Record<Look["shape"], string>> = {
	calm: "Codes arrive as usual.",
	quiet: "Nobody reports trouble.",
	unknown: "We can’t tell right now.",
};

function Out({ href, children }: { href: string; children: ReactNode }) {
	return (
		<a href={href} target="_blank" rel="noopener">
			{children}
		</a>
	);
}

function toldOf(status: Status, channel: Channel | null): { look: Look; sentence: string } {
	const reading = status.channels.find((candidate) => candidate.channel === channel);
	if (!reading || status.state === "unknown" || channel === status.worst) return { look: lookOfStatus(status), sentence: status.sentence };
	const { codes } = channelWords[reading.channel];
	const place = reading.place === null ? "" : ` ${reading.place}`;
	const sentences = {
		failing: `${figure(reading.failed)} of ${figure(reading.answered)} people had trouble with ${codes} from ${status.name} in the last ${reading.windowMinutes} minutes${place && `, everywhere; the fault is only${place} so far`}.`,
		raised: `${codes} from ${status.name} may not be arriving${place}.`,
		calm: calmWords(reading, `${codes} from ${status.name}`),
		unknown: `We cannot tell whether ${codes} from ${status.name} arrive.`,
	} as const;
	return { look: lookOfStatus(reading), sentence: sentences[reading.state] };
}

function calmWords({ restsOn, failed, answered }: Status["channels"][number], what: string): string {
	if (restsOn === "reports") return `No sign of trouble with ${what}.`;
	if (restsOn === "silence") return `No reports about ${what}.`;
	if (restsOn === "doubt") return `More people than usual had trouble with ${what} today; so far it does not add up to an incident.`;
	if (answered === 0) return `Too few people have spoken of ${what} to tell.`;
	return `${figure(failed)} of ${people(answered)} had trouble with ${what}; too little to tell.`;
}

type WidgetPageProps = WidgetProps & { theme: WidgetTheme; css: string; script: string };

/** The whole document of a frame. `css` is widget.css, `script` the bundled embed.browser.ts; neither holds a word of the query. */
export function WidgetPage({ theme, css, script, ...widget }: WidgetPageProps) {
	return (
		<html lang="en" data-theme={theme} data-service={widget.status.service}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<link rel="icon" href="data:," />
				<title>{`${widget.status.name}: are codes arriving?`}</title>
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
