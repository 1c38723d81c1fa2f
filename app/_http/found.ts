// What search engines and link previews are told of a page. Its one address comes from PUBLIC_URL (the layout's
// metadataBase), whatever name a request called us by.
import type { Metadata } from "next";
import { addressIn, type Language, languages } from "@/lib/languages";

/** `language`: of a page that speaks them all; its address without `lang` is the reader's own. */
type Page = { path: string; title: string; description: string; picture?: string; language?: Language };

/** Metadata of a public page. `picture` is the address of the page's own one. */
export function foundAs({ path, title, description, picture = "/picture.png", language }: Page): Metadata {
	const images = [{ url: picture, width: 1200, height: 630, alt: `${title}. ${description}` }];
	return {
		title,
		description,
		alternates: { canonical: path, ...(language && { languages: inEveryLanguage(path) }) },
		openGraph: { type: "website", siteName: "Undelivered", locale: language ?? "en", url: path, title, description, images },
		twitter: { card: "summary_large_image", title, description, images },
	};
}

function inEveryLanguage(path: string): Record<string, string> {
	return { ...Object.fromEntries(languages.map((one) => [one, addressIn(path, one)])), "x-default": path };
}
