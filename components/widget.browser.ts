// The loader behind /widget.js: puts a frame of ours beside its own script tag. The frame lies in a shadow, so that the
// host's style cannot reach it; it shows itself when it has something to show, and leaves no trace when it has not.

/** Kept free while the frame loads, so that the page moves at most by what was announced. */
const HEIGHT_BANNER = 128;
const HEIGHT_LINE = 42;
const HEIGHT_MAX = 2000;
/** A frame that has not spoken by then never will: so long in all, and so long after it has loaded. */
const PATIENCE_MS = 10_000;
const PATIENCE_LOADED_MS = 1_000;

const options = ["channel", "theme", "show", "lang"] as const;

function place(script: HTMLScriptElement): void {
	const { service } = script.dataset;
	if (!service || !script.src) return;
	const { origin } = new URL(script.src);
	const query = new URLSearchParams(options.flatMap((name) => (script.dataset[name] ? [[name, script.dataset[name] ?? ""]] : [])));
	const host = document.createElement("div");
	const frame = document.createElement("iframe");
	host.style.cssText = `display:block;min-height:${/\bcompact\b/.test(query.get("show") ?? "") ? HEIGHT_LINE : HEIGHT_BANNER}px`;
	frame.style.cssText = "display:block;width:100%;height:0;border:0;visibility:hidden";
	frame.style.colorScheme = { light: "light", dark: "dark" }[query.get("theme") ?? ""] ?? "light dark";
	frame.title = "What people report about codes";
	frame.referrerPolicy = "no-referrer";
	frame.src = `${origin}/embed/${encodeURIComponent(service)}?${query}`;
	let hasSpoken = false;
	const giveUp = () => hasSpoken || host.remove();
	setTimeout(giveUp, PATIENCE_MS);
	frame.addEventListener("load", () => setTimeout(giveUp, PATIENCE_LOADED_MS));
	addEventListener("message", (event) => {
		if (event.source !== frame.contentWindow || event.origin !== origin) return;
		const height = Number(event.data?.undelivered);
		if (!(height > 0)) return;
		hasSpoken = true;
		frame.style.height = `${Math.min(height, HEIGHT_MAX)}px`;
		frame.style.visibility = "visible";
		host.style.minHeight = "";
	});
	host.attachShadow({ mode: "closed" }).append(frame);
	script.after(host);
}

try {
	const script = document.currentScript;
	if (script instanceof HTMLScriptElement) place(script);
} catch {
	// Somebody else's sign-in page must never break because of us.
}
