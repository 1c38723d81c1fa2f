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
		"offline-seen": { path: "/offline", before: "/services/x" },
		"sign-in": { path: "/sign-in" },
		"not-found": { path: "/nowhere" },
		report: { path: "/report" },
		"report-guessed": { path: "/report?service=x&channel=sms&symptom=missing" },
	};
}

/** The form after each way a report can end. */
export function formFaces() {
	return {
		"report-refused": { path: "/report", deed: refused },
		"report-refused-plain": { path: "/report", deed: refused, scripts: false },
		"report-sending": { path, deed: slowly },
		"report-thanks": { path, deed: thenSee("Counted") },
		"report-noted": { path, deed: thenPress("Still nothing", "Noted") },
		"report-back": { path, deed: thenPress("Take it back", "Taken back.") },
		"report-offline": { path, deed: offline },
	};
}

/** The form where nothing can be saved. */
export function unsavedFaces() {
	return { "report-unsent": { path, deed: unsent }, "report-broken-plain": { path, deed: chooseAndSend, scripts: false } };
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

async function choosePlace(page) {
	await page.getByLabel("Where are you?").selectOption("DE");
}

async function send(page) {
	await press(page, /Send report/);
	await page.getByRole("alert").first().waitFor();
}

async function refused(page) {
	await page.getByLabel("Who should have sent the code?").fill("No Such Service");
	await page.getByRole("radio", { name: /SMS/ }).check();
	await page.getByRole("radio", { name: /It came too late/ }).check();
	await chooseAndSend(page);
}

async function chooseAndSend(page) {
	await choosePlace(page);
	await send(page);
}

function thenSee(words) {
	return async (page) => {
		await choosePlace(page);
		await press(page, /Send report/);
		await page.getByText(words).first().waitFor();
	};
}

function thenPress(name, words) {
	return async (page) => {
		await thenSee("Counted")(page);
		await press(page, name);
		await page.getByText(words).first().waitFor();
	};
}

async function slowly(page) {
	await choosePlace(page);
	await page.route("**/api/v1/reports", () => {});
	await press(page, /Send report/);
	await page.waitForTimeout(SLOW_MS);
}

async function offline(page) {
	await choosePlace(page);
	await page.context().setOffline(true);
	await press(page, /Send report/);
	await page.getByText("You are offline.").waitFor();
}

async function unsent(page) {
	await choosePlace(page);
	await press(page, /Send report/);
	await page.getByText("is not sent yet").waitFor();
}

async function keepServices(page) {
	for (const slug of ["x", "discord", "nubank"]) {
		await page.goto(new URL(`/services/${slug}`, page.url()).href);
		await press(page, /Keep in my services/);
	}
	await page.goto(new URL("/", page.url()).href);
	await page.getByRole("region", { name: "My services" }).waitFor();
}
