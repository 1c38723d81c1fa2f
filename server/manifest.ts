// How the site is called, coloured and opened once somebody has put it on their home screen.
import type { Colour } from "@/components/card";

/** `colour`: of the light palette; a manifest has one. */
export function manifestOf(colour: Colour) {
	return {
		id: "/",
		name: "Undelivered",
		short_name: "Undelivered",
		description: "Say that a verification code never came, and see what is failing.",
		lang: "en",
		dir: "ltr",
		start_url: "/",
		scope: "/",
		display: "standalone",
		background_color: colour("paper"),
		theme_color: colour("paper"),
		icons: [
			{ src: "/icon.svg", type: "image/svg+xml", sizes: "any" },
			{ src: "/icon-192.png", type: "image/png", sizes: "192x192" },
			{ src: "/icon-512.png", type: "image/png", sizes: "512x512" },
			{ src: "/icon-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
		],
		shortcuts: [
			{ name: "Report a code", url: "/report" },
			{ name: "What fails now", url: "/" },
		],
		// A message that is shared may have the code in it. By POST it stands in no address and no history, and the worker can
		// strike numbers out before anything leaves the device (components/shared-words.ts).
		share_target: {
			action: "/share",
			method: "POST",
			enctype: "application/x-www-form-urlencoded",
			params: { title: "title", text: "text", url: "url" },
		},
	};
}
