// How the detector comes to its findings: for a curious reader first, with the formulas under the words for whoever wants
// to check them. Numbers come from the modules that go by them.
import type { ReactNode } from "react";
import { HISTORY_DAYS } from "@/lib/detect/fit";
import { PRIOR } from "@/lib/detect/prior";
import { rules } from "@/lib/detect/rules";
import { scanScore } from "@/lib/detect/score";
import { Prose } from "./prose";
import { Section } from "./section";

export function MethodDetection({ falseAlarmsPerDay }: { falseAlarmsPerDay: number }) {
	return (
		<>
			<Section title="What is ordinary" lead="The baseline">
				<Prose>
					<p>
						Some codes always fail. So before anything is called unusual we work out what is usual: how many people would report a failure
						of this service, in this region, on this network, by this channel, at this hour of the week. It is learned from the last{" "}
						{HISTORY_DAYS} days and anew every day. Evenings differ from nights, weekends from working days, and each region goes by its own
						clock.
					</p>
					<p>
						Past outages must not teach us that outages are usual, so what stands out in history is capped before it counts. Where little is
						known, a number leans towards what is known more surely. A new instance begins with fixed guesses, and every report weighs
						against them.
					</p>
					<Formula name="Expected failing reports of a slice">
						<Line>μ(s, r, t) = λ(s, r) · profile of r’s local hour · weekend and part of day of s</Line>
						<Line>B(slice, t) = ρ · Σ μ(s, r, t) · P(channel | s) · P(carrier | r)</Line>
						<Line>ρ = (reports seen + 8) / (reports expected + 8)</Line>
					</Formula>
				</Prose>
			</Section>
			<Section title="How surprise is scored" lead="The score S">
				<Prose>
					<p>
						A slice is a service, a region, a carrier, a channel, or any combination of them: “SMS codes from X in Germany”. Whenever a
						report comes in, every slice it belongs to is looked at over the last {listed(rules.windowsMinutes)} minutes. The score says how
						much better “something broke” explains the count C than “this is what usually comes” does.
					</p>
					<p>
						Reports come in bursts even when nothing is wrong; the dispersion φ, measured from history, allows for that. And whoever looks
						at thousands of slices will find a strange one by chance, so each slice pays for how many others it was picked from: the more
						precise the description, the more it has to explain.
					</p>
					<Formula name="A scan statistic of the negative binomial, k = 1/φ, in nats">
						<Line>F = C · ln(C / B) − (C + k) · ln((C + k) / (B + k))</Line>
						<Line>S = F − Σ ln N over each dimension that is fixed</Line>
						<Line>N: services, regions, carriers of a kind, channels there are to choose from</Line>
					</Formula>
					<p>{example()}</p>
				</Prose>
			</Section>
			<Section title="When we say “possible”" lead="Threshold and gates">
				<Prose>
					<p>
						An incident opens when S is above a threshold h. The threshold keeps a promise: on this site, {falseAlarmsPerDay} false alarms a
						day over everything we watch, {alarmWords(falseAlarmsPerDay)}. To set it, days on which nothing breaks are drawn from the
						baseline by the computer and put before the detector; how often it cries wolf tells how high h must be. Each kind of slice has
						its own h and its share of the promise, so that watching many carriers does not make services slower to find. Until there is
						history to draw from, h is the one the method was measured with.
					</p>
					<Formula name="Threshold of one kind of slice">
						<Line>h = ln(R / (false alarms per day · its share)) / {PRIOR.decay}</Line>
						<Line>R: looks a day that the simulated days came to</Line>
					</Formula>
					<p>Besides, each of these must hold:</p>
					<ul>
						<li>
							at least {rules.evidenceMin} people, from at least {rules.networksMin} networks;
						</li>
						<li>
							without the {rules.busiestNetworks} busiest networks the score still exceeds h/2 − {rules.withoutBusiestBelowHalf}, so that
							two places alone cannot open anything;
						</li>
						<li>
							it is not mere attention: when codes arrive as much more often as they fail, more people are speaking, and nothing is broken.
							Once a rush would have brought {rules.surgeArrivalsMin} arrivals, a fault must explain the arrivals better by{" "}
							{rules.faultOverSurgeMin} nat.
						</li>
					</ul>
				</Prose>
			</Section>
			<Section title="What exactly is failing" lead="Naming">
				<Prose>
					<p>
						Of all slices that share the reports, the one with the best score gives the incident its name: it explains the most while saying
						the least. It may name several services, regions or carriers, when together they explain more than their longer description
						costs; each one named beyond the first costs ln 4 and the choice among sets. The best explanation that says something else
						stands in the evidence as the runner-up: its score is that of the verdict less the nats it explains less of the whole stretch
						since the trouble began.
					</p>
					<p>
						When everything rises at once, whatever the service, region or carrier, we take it for a surge of attention: it is told as that,
						turns no service red, and no crowd confirms it.
					</p>
					<p>
						What an open incident holds is not counted for another, so one fault is one incident. While it is young, for{" "}
						{rules.renameForMinutes / 60} hours, it is looked at again every {rules.readEveryMinutes} minutes and gets another name when one
						explains it better by {rules.renameGainMin} nats. Its page says so, with the time.
					</p>
				</Prose>
			</Section>
			<Section title="Whose fault it is" id="fault" lead="Mostly we do not say">
				<Prose>
					<p>
						Where people fail is not yet whose fault it is: the customers of a large carrier are many of those who report, whatever is
						broken. A carrier is never blamed because its customers reported. We say more only when the reports tell the two apart:
					</p>
					<ul>
						<li>
							<strong>the service</strong>, or its sender, when one service fails with at least {rules.causeValuesMin} carriers or mailbox
							hosts alike;
						</li>
						<li>
							<strong>the carrier</strong>, when at least {rules.causeValuesMin} services fail on it and the same services work elsewhere:
							at least {rules.causeArrivedMin} people there had their code, and failures there are not raised;
						</li>
						<li>
							<strong>the region</strong>, when that is so of a place, over its carriers;
						</li>
						<li>
							<strong>a shared sender</strong>, when several services fail together across carriers, and in one region only where others
							work there;
						</li>
						<li>
							otherwise <strong>undetermined</strong>, and that is said often.
						</li>
					</ul>
				</Prose>
			</Section>
			<Section title="When reports look arranged" id="campaign" lead="Campaigns">
				<Prose>
					<p>
						Somebody may want a service to look broken. People who speak in many names have few networks to speak from, and soon contradict
						themselves. An incident is marked “looks coordinated” when at least three in ten of its reports come from a network already
						heard, and at least three of those name another country and another carrier than that network did before. Customers of one
						carrier share networks too, but they do not contradict each other like that.
					</p>
					<p>
						What is marked stays “possible”, however many people report it, until a moderator has looked. Keys of people and networks live a
						day at most; nothing is remembered of them beyond that.
					</p>
				</Prose>
			</Section>
			<Section title="When we say “failing”" lead="Confirmation">
				<Prose>
					<p>“Failing” means one thing: an incident was confirmed. There are two ways and no third:</p>
					<ul>
						<li>a moderator, by hand, under a name in our records; or</li>
						<li>
							the crowd, by rule: for {rules.confirmAfterMinutes} minutes S stays at h + {rules.confirmAbove} or more, with at least{" "}
							{rules.confirmEvidenceMin} people from at least {rules.confirmNetworksMin} networks, and nothing looks coordinated, nor
							halfway so.
						</li>
					</ul>
				</Prose>
			</Section>
			<Section title="When it is over" lead="Back to normal">
				<Prose>
					<p>
						Silence alone does not end an incident; silence that would be unlikely if it still went on does. A sum grows with every minute
						without a report, as fast as {SHARE_OF_PEAK} of the peak would have brought some, and falls with every report that comes. When
						it exceeds {rules.backNats} and has not been nothing for {rules.backAfterMinutes} minutes, the incident is over, and its end is
						the last moment at which the sum was nothing.
					</p>
					<Formula name="CUSUM, minute by minute">
						<Line>
							q = max({rules.riseMin}, {rules.failingShare} · peak of C/B over {rules.peakMinutes} minutes)
						</Line>
						<Line>G = max(0, G + (q − 1) · B − C · ln q)</Line>
					</Formula>
					<p>
						A moderator may end it too. The same slice failing again within {rules.reopenMinutes} minutes is the same incident, reopened.
						When we were wrong, the incident is retracted and stays visible with the reason.
					</p>
				</Prose>
			</Section>
		</>
	);
}

const SHARE_OF_PEAK = `${rules.failingShare * 100} %`;

const EXAMPLE = { count: 12, expected: 0.24, dispersion: 0.6, services: 120, channels: 4 } as const;

function example(): string {
	const { count, expected, dispersion, services, channels } = EXAMPLE;
	const gain = scanScore(count, expected, dispersion);
	const price = Math.log(services) + Math.log(channels);
	return `For example: ${count} people in 20 minutes where ${expected} are usual, with φ = ${dispersion}, give F = ${gain.toFixed(1)}. Picked from ${services} services and ${channels} channels, that costs ${price.toFixed(1)}, so S = ${(gain - price).toFixed(1)}.`;
}

/** What a promise comes to in days. */
function alarmWords(perDay: number): string {
	const days = Math.round(1 / perDay);
	return days >= 2 ? `which is one in ${days} days` : `which is ${perDay} each day`;
}

function Formula({ name, children }: { name: string; children: ReactNode }) {
	return (
		<figure className="border-s-2 border-rule ps-4">
			<figcaption className="text-s text-ink-2">{name}</figcaption>
			{children}
		</figure>
	);
}

function Line({ children }: { children: ReactNode }) {
	return <p className="text-s leading-relaxed">{children}</p>;
}

function listed(numbers: readonly number[]): string {
	return new Intl.ListFormat("en-GB").format(numbers.map(String));
}
