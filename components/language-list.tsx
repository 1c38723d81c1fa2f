// The other languages of a page, each under its own name and at an address of its own.
import { addressIn, directionOf, type Language, languages } from "@/lib/languages";

/** Said once for all ten. */
const link =
	"[&_a]:inline-block [&_a]:py-2 [&_a]:text-ink-2 [&_[aria-current]]:font-mid [&_[aria-current]]:text-ink [&_[aria-current]]:no-underline";

export function LanguageList({ path, language, label }: { path: string; language: Language; label: string }) {
	return (
		<nav aria-label={label} className="frame border-t border-rule pt-4 pb-2 text-s">
			<ul className={`flex flex-wrap gap-x-5 gap-y-1 ${link}`}>
				{languages.map((one) => (
					<li key={one}>
						<a
							href={addressIn(path, one)}
							hrefLang={one}
							lang={one}
							dir={directionOf(one)}
							aria-current={one === language ? "true" : undefined}
						>
							{new Intl.DisplayNames(one, { type: "language" }).of(one)}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
