// The head of every page. Links are plain anchors: a whole page comes from the server's kept bytes and costs it next to
// nothing, a prefetch by the router does not.
import { addressIn, type Language } from "@/lib/languages";
import { Brand } from "./brand";
import { NavigationLinks } from "./navigation-links";
import type { Phrases } from "./phrases";

/** `language`: the one that the page's address names. */
type MastheadProps = { phrases: Pick<Phrases, "nav">; language?: Language | null };

export function Masthead({ phrases: { nav }, language }: MastheadProps) {
	return (
		<header className="border-b border-rule">
			<div className="frame flex min-h-15 items-center gap-6">
				<Brand />
				<nav aria-label={nav.label} className="hidden wide:block">
					<NavigationLinks className="flex gap-6" linkClassName="py-[1.15rem]" />
				</nav>
				<div className="ms-auto flex items-center gap-2">
					<a href={language ? addressIn("/report", language) : "/report"} className="button min-h-11 px-3 py-1 text-s">
						{nav.report}
					</a>
					<details className="group relative wide:hidden">
						<summary className="flex min-h-11 list-none items-center px-2 text-s font-mid text-act [&::-webkit-details-marker]:hidden">
							{nav.menu}
						</summary>
						<nav aria-label={nav.label} className="absolute end-0 z-10 min-w-48 rounded-sheet bg-raised py-2 shadow-[var(--lift)]">
							<NavigationLinks className="grid" linkClassName="block px-4 py-3" />
						</nav>
					</details>
				</div>
			</div>
		</header>
	);
}
