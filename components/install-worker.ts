// The worker is fetched once the page has loaded and rests, so that it costs a first visit nothing; and not at all by who
// asks to be spared data. Where there is none (in development), nothing happens.

export function installWorker(): void {
	if (!("serviceWorker" in navigator) || sparesData()) return;
	if (document.readyState === "complete") whenIdle();
	else addEventListener("load", whenIdle, { once: true });
}

function sparesData(): boolean {
	const connection: unknown = Reflect.get(navigator, "connection");
	return typeof connection === "object" && connection !== null && Reflect.get(connection, "saveData") === true;
}

const AT_LATEST_MS = 10_000;

function whenIdle(): void {
	const install = () => void navigator.serviceWorker.register("/sw.js").catch(() => {});
	if ("requestIdleCallback" in window) requestIdleCallback(install, { timeout: AT_LATEST_MS });
	else setTimeout(install, AT_LATEST_MS / 5);
}
