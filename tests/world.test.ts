// The world the other tests live in: databases of their own, a real browser.
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./world/browser";
import { expectConsoleError } from "./world/console";
import { freshDatabase } from "./world/database";

const one = await freshDatabase();
const other = await freshDatabase();

async function ask(url: string, statement: string) {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	return await client.query(statement).finally(() => client.end());
}

test("two fresh databases are migrated and know nothing of one another", async () => {
	await ask(one.url, "INSERT INTO tick (id, at) VALUES (1, '2022-11-14T00:00:00Z')");
	expect((await ask(one.url, "SELECT * FROM tick")).rowCount).toBe(1);
	expect((await ask(other.url, "SELECT * FROM tick")).rowCount).toBe(0);
});

test("an error that is logged on purpose is expected by name", () => {
	expectConsoleError(/on purpose/);
	console.error("logged on purpose");
});

describe("the browser", async () => {
	const browser = await launchBrowser();
	afterAll(() => browser.close());
	const page = "data:text/html,<title>without</title><noscript>no scripts</noscript><script>document.title = 'with'</script>";

	test("runs scripts, and takes a picture", async () => {
		const tab = await browser.newPage();
		await tab.goto(page);
		expect(await tab.title()).toBe("with");
		expect((await tab.screenshot()).subarray(1, 4).toString()).toBe("PNG");
	});

	test("comes with npm where none is installed", async () => {
		const own = await launchBrowser({ executablePath: null });
		const tab = await own.newPage();
		await tab.goto(page);
		expect(await tab.title()).toBe("with");
		await own.close();
	});

	test("has passkeys", async () => {
		const context = await browser.newContext();
		const session = await context.newCDPSession(await context.newPage());
		await session.send("WebAuthn.enable");
		const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true } as const;
		expect(await session.send("WebAuthn.addVirtualAuthenticator", { options })).toHaveProperty("authenticatorId");
	});

	test("can do without scripts", async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const tab = await context.newPage();
		await tab.goto(page);
		expect(await tab.title()).toBe("without");
		expect(await tab.textContent("body")).toContain("no scripts");
	});
});
