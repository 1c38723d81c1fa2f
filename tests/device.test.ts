// What somebody's device is called, from what its browser says of itself.
import { expect, test } from "vitest";
import { deviceOf } from "../lib/device";

const MOZILLA = "Mozilla/5.0";

test.each([
	[`${MOZILLA} (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0`, "Firefox on Android"],
	[`${MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`, "Chrome on Linux"],
	[
		`${MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
		"Edge on Windows",
	],
	[
		`${MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
		"Safari on an iPhone",
	],
	[
		`${MOZILLA} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1`,
		"Chrome on an iPhone",
	],
	[
		`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`,
		"Safari on a Mac",
	],
	[
		`${MOZILLA} (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
		"Samsung Internet on Android",
	],
	[
		`${MOZILLA} (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/126.0`,
		"Opera on ChromeOS",
	],
	["curl/8.9.1", "A browser"],
	["", "A browser"],
])("%s is called %s", (userAgent, device) => {
	expect(deviceOf(userAgent)).toBe(device);
});
