// The method of the present version in plain words; the numbers come from the modules that go by them.
import { LOOKS_A_DAY } from "@/lib/detect/first/prior";
import { rules } from "@/lib/detect/first/rules";
import { REOPEN_WITHIN_MS } from "@/lib/incident";
import { NAMED_STEP_MIN_MS, REPORTERS_PUBLISHED_MIN } from "@/lib/publish";
import { REPORTERS_MIN } from "@/lib/sentence";
import { TICK_AGE_MAX_MS } from "@/lib/status";
import { COUNT_WINDOW_MS, NETWORK_WINDOW_MS } from "@/lib/tally";
import { duration } from "@/lib/words";
import { Prose } from "./prose";
import { Section } from "./section";

export function MethodText({ falseAlarmsPerDay }: { falseAlarmsPerDay: number }) {
	return (
		<>
			<Section title="What is counted">
				<Prose>
					<p>
						People, not clicks. Within {duration(COUNT_WINDOW_MS)} a person counts once per service and channel, whatever they press. Saying
						the same again keeps an incident fresh and adds nothing to the evidence; saying something else moves the person from one count
						to the other.
					</p>
					<p>A code that came in time counts too. Without those answers nobody could tell a fault from a crowd: “41 of 58” needs the 58.</p>
				</Prose>
			</Section>
			<Section title="What is evidence">
				<Prose>
					<p>
						To decide whether something is wrong we use less than we count: at most one failing report per person and service in{" "}
						{duration(COUNT_WINDOW_MS)}, and at most two per network and service in {duration(NETWORK_WINDOW_MS)}. So one angry person, one
						office or one household cannot make an incident. Charts show this evidence beside what is usual.
					</p>
				</Prose>
			</Section>
			<Section title="When we say “possible”">
				<Prose>
					<p>
						Every service is looked at channel by channel, in the last {listed(rules.windowsMinutes)} minutes. For each channel there is a
						fixed number of failing reports that we hold to be usual; this first version does not yet learn from history, nor from the hour
						of the day.
					</p>
					<p>
						The score says how surprising the evidence is: S = −ln of the probability of so many or more (a negative binomial tail), less
						the logarithm of how many services and channels we look at. An incident opens when S is above the threshold h = ln({LOOKS_A_DAY}{" "}
						/ false alarms per day), with at least {rules.evidenceMin} reports from at least {rules.networksMin} networks. This site runs
						with {falseAlarmsPerDay} false alarms per day, so h = {Math.log(LOOKS_A_DAY / falseAlarmsPerDay).toFixed(1)}. Where at least{" "}
						{rules.arrivedMin} people say that their code came, the share of failures must be out of the ordinary as well.
					</p>
				</Prose>
			</Section>
			<Section title="When we say “failing”">
				<Prose>
					<p>“Failing” means one thing: an incident was confirmed. There are two ways and no third:</p>
					<ul>
						<li>a moderator, by hand, under a name in our records; or</li>
						<li>
							the crowd, by rule: for {rules.confirmAfterMinutes} minutes S stays at h + {rules.confirmAbove} or more, with at least{" "}
							{rules.confirmEvidenceMin} people from at least {rules.confirmNetworksMin} networks.
						</li>
					</ul>
				</Prose>
			</Section>
			<Section title="When it is over">
				<Prose>
					<p>
						When the last {rules.backWindowMinutes} minutes look ordinary again, because reports stop or because codes arrive, and{" "}
						{rules.backAfterMinutes} more minutes go by like that. A moderator may end it too. Failing again within{" "}
						{duration(REOPEN_WITHIN_MS)} is the same incident, reopened.
					</p>
					<p>When we were wrong, the incident is retracted and stays visible with the reason.</p>
				</Prose>
			</Section>
			<Section title="What we do not claim">
				<Prose>
					<ul>
						<li>
							<strong>Whose fault it is.</strong> This version names the service and channel where people fail, and calls the fault
							undetermined. A carrier is never blamed because its customers reported.
						</li>
						<li>
							<strong>Health from silence.</strong> A service is shown as calm when at least {REPORTERS_MIN} people spoke of it in a day, or
							a moderator looked into what they said. The same goes for each channel, which besides needs somebody who got a code by it. If
							nobody says anything, we say just that.
						</li>
						<li>
							<strong>Anything when we cannot read.</strong> When our own reading fails, or the reports were last looked through more than{" "}
							{TICK_AGE_MAX_MS / 1000} seconds ago, the state is unknown.
						</li>
						<li>
							<strong>Small numbers about places.</strong> A count that names a carrier or a region is published only for closed stretches
							of {duration(NAMED_STEP_MIN_MS)} in which at least {REPORTERS_PUBLISHED_MIN} people stand behind it. Otherwise it says “a
							few”.
						</li>
					</ul>
				</Prose>
			</Section>
		</>
	);
}

function listed(numbers: readonly number[]): string {
	return new Intl.ListFormat("en-GB").format(numbers.map(String));
}
