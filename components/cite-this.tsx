import type { Cited } from "./chart-section";
import { licence } from "./cite";

/** The ready sentence, and the address under which the chart stays as it is. */
export function CiteThis({ cited: { address, text } }: { cited: Cited }) {
	return (
		<details className="mt-3">
			<summary className="inline-block py-2 text-s font-mid text-act">Cite this</summary>
			<p className="max-w-measure text-s break-words select-all">{text}</p>
			<p className="mt-2 max-w-measure text-s text-ink-2">
				<a href={address}>This address</a> keeps showing this chart as it stands now. The counts are free to use under{" "}
				<a href={licence.url} rel="license noopener">
					{licence.name}
				</a>
				: name Undelivered and link here.
			</p>
		</details>
	);
}
