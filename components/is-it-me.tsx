import { ClockCheck } from "./clock-check";
import { checks, type FormPhrases } from "./form-phrases";
import { Island } from "./island";

/** Before one reports: what is nobody's outage. While a channel is chosen the style sheet shows its checks alone. */
export function IsItMe({ phrases }: { phrases: Pick<FormPhrases, "isItMe" | "clock" | "checks"> }) {
	return (
		<aside id="checks">
			<h2 className="border-t-2 border-ink pt-3 text-m leading-[1.4]">{phrases.isItMe}</h2>
			<ol className="mt-4 grid text-s [&_h3]:text-m [&_h3]:leading-[1.35] [&_h3]:tracking-normal [&_p]:text-ink-2 [&>li]:grid [&>li]:gap-0.5 [&>li]:border-b [&>li]:border-rule [&>li]:py-3">
				<li data-checks="authenticator">
					<h3>{phrases.clock.title}</h3>
					<Island name="clock">
						<ClockCheck />
					</Island>
				</li>
				{checks.map(({ name, channels }) => (
					<li key={name} data-checks={channels.join(" ")}>
						<h3>{phrases.checks[name].title}</h3>
						<p>{phrases.checks[name].text}</p>
					</li>
				))}
			</ol>
		</aside>
	);
}
