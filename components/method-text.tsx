// The method of the present version in plain words. Numbers that a module owns stand here a second time, in prose:
// whoever changes one there mends the sentence here.
import { Prose } from "./prose";
import { Section } from "./section";

export function MethodText({ falseAlarmsPerDay }: { falseAlarmsPerDay: number }) {
	return (
		<>
			<Section title="What is counted">
				<Prose>
					<p>
						People, not clicks. Within six hours a person counts once per service and channel, whatever they press. Saying the same again
						keeps an incident fresh and adds nothing; saying something else moves the person from one count to the other.
					</p>
					<p>A code that came in time counts too. Without those answers nobody could tell a fault from a crowd: “41 of 58” needs the 58.</p>
				</Prose>
			</Section>
			<Section title="What is evidence">
				<Prose>
					<p>
						To decide whether something is wrong we use less than we count: at most one failing report per person and service in six hours,
						and at most two per network and service in half an hour. So one angry person, one office or one household cannot make an
						incident. Charts show this evidence beside what is usual.
					</p>
				</Prose>
			</Section>
			<Section title="When we say “possible”">
				<Prose>
					<p>
						Every service is looked at channel by channel, in the last 5, 10, 20 and 40 minutes. For each channel there is a fixed number of
						failing reports that we hold to be usual; this first version does not yet learn from history, nor from the hour of the day.
					</p>
					<p>
						The score says how surprising the evidence is: S = −ln of the probability of so many or more (a negative binomial tail), less
						the logarithm of how many services and channels we look at. An incident opens when S is above the threshold h = ln(500 / false
						alarms per day), with at least five reports from at least four networks. This site runs with {falseAlarmsPerDay} false alarms
						per day, so h = {Math.log(500 / falseAlarmsPerDay).toFixed(1)}. Where at least two people say that their code came, the share of
						failures must be out of the ordinary as well.
					</p>
				</Prose>
			</Section>
			<Section title="When we say “failing”">
				<Prose>
					<p>“Failing” means one thing: an incident was confirmed. There are two ways and no third:</p>
					<ul>
						<li>a moderator, by hand, under a name in our records; or</li>
						<li>the crowd, by rule: for ten minutes S stays at h + 6 or more, with at least 20 people from at least 10 networks.</li>
					</ul>
				</Prose>
			</Section>
			<Section title="When it is over">
				<Prose>
					<p>
						When the last twenty minutes look ordinary again, because reports stop or because codes arrive, and ten more minutes go by like
						that. A moderator may end it too. Failing again within an hour is the same incident, reopened.
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
							<strong>Health from silence.</strong> “Calm” needs at least five people in a day. If nobody says anything, we say just that.
						</li>
						<li>
							<strong>Anything when we cannot read.</strong> When our own reading fails or is older than 90 seconds, the state is unknown.
						</li>
						<li>
							<strong>Small numbers about places.</strong> A count that names a carrier or a region is published only for closed half hours
							in which at least five people stand behind it. Otherwise it says “a few”.
						</li>
					</ul>
				</Prose>
			</Section>
		</>
	);
}
