// What search engines and link previews are told of a page. Its one address comes from PUBLIC_URL (the layout's
// metadataBase), whatever name a request called us by.
import type { Metadata } from "next";

type Page = { path: string; title: string; description: string; picture?: string };

/** Metadata of a public page. `picture` is the address of the page's own one. */
export function foundAs({ path, title, description, picture = "/picture.png" }: Page): Metadata {
	const images = [{ url: picture, width: 1200, height: 630, alt: `${title}. ${description}` }];
	return {
		title,
		description,
		alternates: { canonical: path },
		openGraph: { type: "website", siteName: "Undelivered", locale: "en", url: path, title, description, images },
		twitter: { card: "summary_large_image", title, description, images },
	};
}
