// Every face of the product: where it is, and what a person did there before one looks.

const NOWHERE = "0198c0de-0000-7000-8000-000000000000";
/** Longer than the 400 ms after which waiting is drawn. */
const SLOW_MS = 2_000;
const path = "/report?service=x&channel=sms&symptom=missing";

/** What everybody reads. */
export function plainFaces({ incident }) {
	return {
		home: { path: "/" },
		"home-search": { path: "/?q=twiter" },
		"home-narrowed": { path: "/?channel=sms&category=social&country=DE" },
		"home-none": { path: "/?channel=messenger&category=banking" },
		"home-kept": { path: "/", deed: keepServices },
		"service-failing": { path: "/services/x", languages: ["ar", "ja"] },
		"service-possible": { path: "/services/uber", languages: ["ar", "ja"] },
		"service-calm": { path: "/services/google", languages: ["ar", "ja"] },
		"service-silent": { path: "/services/nubank", languages: ["ar", "ja"] },
		"service-view": { path: "/services/x?channel=sms&hours=72" },
		"service-none": { path: "/services/no-such-service" },
		incidents: { path: "/incidents" },
		"incidents-none": { path: "/incidents?day=2020-01-01" },
		...(incident ? { incident: { path: `/incidents/${incident}` } } : {}),
		"incident-none": { path: `/incidents/${NOWHERE}` },
		carriers: { path: "/carriers" },
		"carriers-found": { path: "/carriers?q=voda&country=DE" },
		carrier: { path: "/carriers/in-airtel" },
		"carrier-mailbox": { path: "/carriers/gmail.com" },
		"carrier-none": { path: "/carriers/nobody" },
		regions: { path: "/regions" },
		"regions-service": { path: "/regions?service=x" },
		region: { path: "/regions/IN" },
		"region-none": { path: "/regions/nowhere" },
		method: { path: "/method" },
		privacy: { path: "/privacy" },
		widget: { path: "/widget?service=x", languages: ["ar", "ja"] },
		"embed-failing": { path: "/embed/x?show=banner,advice,report", languages: ["ar", "ja"] },
		"embed-line": { path: "/embed/x?show=compact" },
		"embed-calm": { path: "/embed/google?show=banner,advice,report" },
		"embed-silent": { path: "/embed/nubank?show=banner,report" },
		offline: { path: "/offline" },
		"offline-seen": { path: "/offline", before: "/services/x", languages: ["ar", "ja"] },
		"sign-in": { path: "/sign-in" },
		"not-found": { path: "/nowhere" },
		report: { path: "/report" },
		"report-guessed": { path, languages: ["ar", "ja"] },
	};
}

/** The form after each way a report can end. */
export function formFaces() {
	const faces = {
		"report-refused": { path: "/report", deed: refused },
		"report-refused-plain": { path: "/report", deed: refused, scripts: false },
		"report-sending": { path, deed: slowly },
		"report-thanks": { path, deed: thanked },
		"report-noted": {
			path,
			deed: thenPress(
				({ last }) => last.arrived.nothing,
				({ last }) => last.noted.nothing,
			),
		},
		"report-back": {
			path,
			deed: thenPress(
				({ last }) => last.takeBack,
				({ form }) => form.thanks.takenBack,
			),
		},
		"report-offline": { path, deed: offline },
	};
	return inOthers(faces);
}

/** The form where nothing can be saved. */
export function unsavedFaces() {
	return inOthers({
		"report-unsent": { path, deed: thenSee(({ form }) => form.waiting.notSentYet) },
		"report-broken-plain": { path, deed: chooseAndSend, scripts: false },
	});
}

function inOthers(faces) {
	return Object.fromEntries(Object.entries(faces).map(([face, given]) => [face, { ...given, languages: ["ar", "ja"] }]));
}

export function deskFaces(incident) {
	return {
		desk: { path: "/desk", isSignedIn: true },
		...(incident ? { "desk-incident": { path: `/desk?incident=${incident}`, isSignedIn: true } } : {}),
		"desk-services": { path: "/desk/services", isSignedIn: true },
		"desk-people": { path: "/desk/people", isSignedIn: true },
		"desk-account": { path: "/desk/account", isSignedIn: true },
	};
}

const press = (page, name) => page.getByRole("button", { name }).first().click();

async function choosePlace(page, { form }) {
	await page.getByLabel(form.where).selectOption("DE");
}

async function refused(page, words) {
	const { form } = words;
	await page.getByLabel(form.who).fill("No Such Service");
	await page.getByRole("radio", { name: form.channels.sms.name }).check();
	await page.getByRole("radio", { name: form.symptoms.late.name }).check();
	await chooseAndSend(page, words);
}

async function chooseAndSend(page, words) {
	await chooseAndPress(page, words);
	await page.getByRole("alert").first().waitFor();
}

async function chooseAndPress(page, words) {
	await choosePlace(page, words);
	await press(page, words.form.send);
}

/** `told`: what is read after it, among the words of the language. */
function thenSee(told) {
	return async (page, words) => {
		await chooseAndPress(page, words);
		await page.getByText(told(words)).first().waitFor();
	};
}

function thenPress(name, told) {
	return async (page, words) => {
		await thanked(page, words);
		await press(page, name(words));
		await page.getByText(told(words)).first().waitFor();
	};
}

const thanked = thenSee(({ form }) => form.thanks.counted);

async function slowly(page, words) {
	await page.route("**/api/v1/reports", () => {});
	await chooseAndPress(page, words);
	await page.waitForTimeout(SLOW_MS);
}

async function offline(page, words) {
	await choosePlace(page, words);
	await page.context().setOffline(true);
	await press(page, words.form.send);
	await page.getByText(words.form.offline.title).waitFor();
}

async function keepServices(page) {
	for (const slug of ["x", "discord", "nubank"]) {
		await page.goto(new URL(`/services/${slug}`, page.url()).href);
		await press(page, /Keep in my services/);
	}
	await page.goto(new URL("/", page.url()).href);
	await page.getByRole("region", { name: "My services" }).waitFor();
}
