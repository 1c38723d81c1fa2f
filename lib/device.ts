// What does somebody call the thing they sign in on? "Firefox on Android": enough to tell one's own sessions apart, too
// coarse to tell a stranger by. The user agent itself is never kept.

/** The first that fits: most name themselves after others too. */
const browsers: readonly (readonly [RegExp, string])[] = [
	[/\b(Edg|EdgA|EdgiOS)\//, "Edge"],
	[/\b(OPR|Opera)\//, "Opera"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\b(Firefox|FxiOS)\//, "Firefox"],
	[/\b(Chrome|HeadlessChrome|Chromium|CriOS)\//, "Chrome"],
	[/\bSafari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
	[/\bAndroid\b/, "Android"],
	[/\biPad\b/, "an iPad"],
	[/\biPhone\b/, "an iPhone"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b|\bMacintosh\b/, "a Mac"],
	[/\bLinux\b/, "Linux"],
];

/** A browser and a system in words, one of a few dozen. */
export function deviceOf(userAgent: string): string {
	const find = (known: typeof browsers) => known.find(([pattern]) => pattern.test(userAgent))?.[1];
	const [browser, system] = [find(browsers) ?? "A browser", find(systems)];
	return system ? `${browser} on ${system}` : browser;
}
