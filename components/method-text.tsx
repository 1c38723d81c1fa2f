// The method in plain words: what is counted, how a finding comes about (method-detection.tsx), and what is never claimed.
import { rules } from "@/lib/detect/rules";
import { NAMED_STEP_MIN_MS, REPORTERS_PUBLISHED_MIN } from "@/lib/publish";
import { PLACE_STEP_MAX_MS, PLACE_STEP_PEOPLE } from "@/lib/publish-places";
import { REPORTERS_MIN } from "@/lib/sentence";
import { ANSWERS_MIN } from "@/lib/share";
import { TICK_AGE_MAX_MS } from "@/lib/status";
import { COUNT_WINDOW_MS, NETWORK_WINDOW_MS } from "@/lib/tally";
import { duration } from "@/lib/words";
import { licence } from "./cite";
import { MethodDetection } from "./method-detection";
import { Prose } from "./prose";
import { Section } from "./section";

export function MethodText({ falseAlarmsPerDay }: { falseAlarmsPerDay: number }) {
	return (
		<>
			<Section title="In short">
				<Prose>
					<p>
						People tell us that a code did not come, or that it did. We know how many usually say so at this hour. When far more do than
						chance would bring, from enough places, we say “possible”, name the smallest thing that explains it, and show the numbers. We
						say “failing” only when a moderator or a published rule has confirmed it, and we say when it is over.
					</p>
				</Prose>
			</Section>
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
			<Section title="What is evidence" lead="Thinning">
				<Prose>
					<p>
						To decide whether something is wrong we use less than we count: at most one failing report per person and service in{" "}
						{duration(COUNT_WINDOW_MS)}, and at most two per network and service in {duration(NETWORK_WINDOW_MS)}. So one angry person, one
						office or one household cannot make an incident. Two and not one, because a carrier puts many of its customers behind one
						network. Charts show this evidence beside what is usual. A report that names no carrier counts for none.
					</p>
				</Prose>
			</Section>
			<Section id="charts" title="How charts are read" lead="Shares and waits">
				<Prose>
					<p>
						Beside every count stands how many answered at all. The lower line of a chart is the share of them whose code failed, and the
						pale band where that share lies nine times of ten (Wilson’s interval of 1927), if those who answered are like those who did not.
						Where fewer than {ANSWERS_MIN} answered there is no line: chance alone would move it.
					</p>
					<p>
						How long codes took is what people say themselves, of those whose code came. Who never got theirs is counted beside them and has
						no length: whoever leaves that count out makes every failure look fast.
					</p>
				</Prose>
			</Section>
			<MethodDetection falseAlarmsPerDay={falseAlarmsPerDay} />
			<Section
				id="use"
				title="Using the counts"
				lead={
					<a href={licence.url} rel="license noopener">
						{licence.name}
					</a>
				}
			>
				<Prose>
					<p>
						All counts we publish, in charts, tables, files and the API, are free to use, sold products included, under {licence.name}: name
						Undelivered and link to the page. What vendors said is theirs; so are the names of services.
					</p>
					<p>
						“Cite this” below a chart gives a sentence with an address that ends in a time, as{" "}
						<code className="whitespace-nowrap">?asOf=2026-11-25T19:00Z</code>. There the chart ends at that time, and incidents and updates
						are as they stood. Three things are today’s even there: a person who has said something else since, or taken a report back, is
						counted where they are now; the usual number is by the method in force, whose name is given; an incident’s title is its latest.
					</p>
				</Prose>
			</Section>
			<Section title="What we do not claim">
				<Prose>
					<ul>
						<li>
							<strong>That everybody fails.</strong> An incident in one region or on one carrier says so wherever it is told. One that is
							about no service in particular turns no service red.
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
						<li id="small">
							<strong>Small numbers about people.</strong> A count that names a carrier, a region, or what a code was for is published only
							for closed stretches of {duration(NAMED_STEP_MIN_MS)} in which at least {REPORTERS_PUBLISHED_MIN} people stand behind it.
							Otherwise it says “a few”. What codes were for is told of a whole hour where a half is too small, and where one count alone
							would be missing from a total, the next smallest is left out with it. Where codes fail is told of half hours in which{" "}
							{PLACE_STEP_PEOPLE} people spoke of a service, and otherwise of {duration(PLACE_STEP_MAX_MS)}: a country whole or not at all,
							with each of its networks that has enough people, and the rest of it as one.
						</li>
						<li>
							<strong>That the promise is exact.</strong> It holds as far as the simulated days are like real ones. What the baseline does
							not know of, such as a holiday, is not in it. Nor do we see faults that few people meet, or that come on more slowly than the{" "}
							{Math.max(...rules.windowsMinutes)} minutes we look back.
						</li>
					</ul>
				</Prose>
			</Section>
		</>
	);
}
