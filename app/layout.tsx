import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readLanguage } from "@/app/_http/language";
import { ShapeDefinitions } from "@/components/shape";
import { house } from "@/lib/house";
import { directionOf } from "@/lib/languages";
import "./globals.css";

/** No page is prerendered: each carries the nonce of its own answer. */
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
	return {
		metadataBase: new URL(house().env.PUBLIC_URL),
		title: { default: "Undelivered: which code isn’t coming?", template: "%s · Undelivered" },
		manifest: "/manifest.webmanifest",
		icons: { icon: { url: "/icon.svg", type: "image/svg+xml" }, apple: "/icon-180.png" },
		appleWebApp: { title: "Undelivered", statusBarStyle: "default" },
		description: "Where people report that a verification code never came, and everyone can see what is failing.",
	};
}

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#f4f6f3" },
		{ media: "(prefers-color-scheme: dark)", color: "#101716" },
	],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
	const language = await readLanguage();
	return (
		<html lang={language} dir={directionOf(language)}>
			<body>
				<ShapeDefinitions />
				{children}
			</body>
		</html>
	);
}
