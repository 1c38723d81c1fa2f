import { checks, clockTitle } from "./check-words";
import { ClockCheck } from "./clock-check";
import { Island } from "./island";

/** Before one reports: what is nobody's outage. While a channel is chosen the style sheet shows its checks alone. */
export function IsItMe() {
	return (
		<aside id="checks">
			<h2 className="border-t-2 border-ink pt-3 text-m leading-[1.4]">Before you report: is it me?</h2>
			<ol className="mt-4 grid text-s [&_h3]:text-m [&_h3]:leading-[1.35] [&_h3]:tracking-normal [&_p]:text-ink-2 [&>li]:grid [&>li]:gap-0.5 [&>li]:border-b [&>li]:border-rule [&>li]:py-3">
				<li data-checks="authenticator">
					<h3>{clockTitle}</h3>
					<Island name="clock">
						<ClockCheck />
					</Island>
				</li>
				{checks.map(({ channels, title, text }) => (
					<li key={title} data-checks={channels.join(" ")}>
						<h3>{title}</h3>
						<p>{text}</p>
					</li>
				))}
			</ol>
		</aside>
	);
}
