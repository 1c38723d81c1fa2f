import { ForgetButton } from "./forget-button";
import { Prose } from "./prose";
import { Section } from "./section";

export function PrivacyText({ retainDays }: { retainDays: number }) {
	return (
		<>
			<Section title="If you only read">
				<Prose>
					<p>We set no cookie and load nothing from anyone else. Your address is used to answer you and is neither stored nor logged.</p>
					<p>If you keep services among yours, their names stay in your browser: nothing of that list is sent to us.</p>
				</Prose>
			</Section>
			<Section title="If you report">
				<Prose>
					<p>We keep what you tell us:</p>
					<ul>
						<li>the service, how the code should have come, what happened, and when;</li>
						<li>your country, and your carrier or mailbox host if you name it;</li>
						<li>beside the country you state, the one your connection seems to come from;</li>
						<li>
							how long you waited, what you were doing and a short note, if you add them. We strike numbers, addresses and links out of the
							note, and show it to nobody but moderators.
						</li>
					</ul>
					<p>We never ask for, and never keep: a phone number, an e-mail address, a user name, a code, a network address.</p>
					<p>Reports are deleted after {retainDays} days. What remains are counts.</p>
				</Prose>
			</Section>
			<Section title="What your browser keeps">
				<Prose>
					<p>Some things are kept in your browser, for you alone. None of them is sent to us unless you send a report:</p>
					<ul>
						<li>the services you keep as yours;</li>
						<li>a form you left in the middle, for a day, and a report that could not be sent, until it is sent or you throw it away;</li>
						<li>what you reported last, so that we can ask for six hours whether the code came in the end;</li>
						<li>what was said last of the services you looked at, a dozen at most, to be read when you are offline;</li>
						<li>the form and the page for that, with what they are made of, unless your browser asks to save data.</li>
					</ul>
					<p>
						Numbers, addresses and links are struck out of a note before it is kept. “Clear site data” in your browser takes it all away.
					</p>
					<ForgetButton />
				</Prose>
			</Section>
			<Section title="How one person counts once">
				<Prose>
					<p>
						To count people and not clicks, each report carries two keys that are made with a secret of that day: one for you, from your
						address, your browser’s name and its language, and one for your network, from the front part of your address. The address itself
						is thrown away. Nobody is known by the same key for more than 30 hours. The secret of a day is destroyed about twelve hours
						after that day ends: we look once an hour, while our server runs.
					</p>
					<p>
						<strong>The honest limits:</strong> until that secret is destroyed, whoever holds our database, secret included, can test
						whether an address they already guess made a report. Afterwards nobody can, not even we. But the keys stay with their reports:
						that reports of about one day came from one person, or from one network, can be seen until the reports are deleted after{" "}
						{retainDays} days.
					</p>
					<p>
						So that nobody floods us, reports of a person and of an address are counted for ten minutes, in the memory of our servers. Of
						whoever reports twice, and of an address that two dozen reports came from, they tell each other through the database: under a
						name that is made with that secret and another one, which is not in the database. It is deleted about an hour later.
					</p>
					<p>
						After your first report, and only then, we set one cookie for six hours, so that you are still one person if your phone changes
						its network. It is called “undelivered”, scripts cannot read it, and it goes to nobody else.
					</p>
				</Prose>
			</Section>
			<Section title="What others see">
				<Prose>
					<p>
						Counts per service and channel are public. A count that names a place, a carrier or what people were doing is shown only for
						closed half hours, or longer, with at least five people behind it. An incident of a place shows the numbers it was found by:
						five people at least. Of the reports themselves nothing but counts is published.
					</p>
					<p>
						The country we guess from your address comes from a table on our own server; nobody is asked about you. You can correct it in
						the form.
					</p>
				</Prose>
			</Section>
			<Section title="Taking it back">
				<Prose>
					<p>
						For six hours whoever sent a report can change it or take it out again, with the receipt that came back: your browser keeps it,
						and you are asked on the report page and on the page of the service. Afterwards the receipt is worth nothing, and we have no
						other way to find your report.
					</p>
				</Prose>
			</Section>
			<Section title="Programs and moderators">
				<Prose>
					<p>
						A program may send an Idempotency-Key along with a report, so that sending it twice does no harm. Then we keep a hash of the key
						and of the report, and our answer, for 24 hours.
					</p>
					<p>
						Only moderators sign in. We store their e-mail address, their sessions and the public half of their passkeys, each with a word
						for the device (“Firefox on Android”), and who decided what about an incident; their browser gets a session cookie, and the
						cookies that guard the signing in. That we mailed them about an incident is kept for 30 days, and as long as the incident lasts.
						The address of somebody who is invited is kept for seven days; that of a moderator who left stays beside what they decided. Of
						any other address nothing is kept.
					</p>
				</Prose>
			</Section>
		</>
	);
}
