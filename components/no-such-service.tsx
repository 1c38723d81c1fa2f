import { Missing } from "./missing";
import { SearchBox } from "./search-box";

/** The word in the address is carried into the search box. */
export function NoSuchService({ word }: { word: string }) {
	return (
		<div className="frame grid gap-4 py-12">
			<Missing />
			<h1 className="text-xl [overflow-wrap:anywhere]">We don’t know “{word}”.</h1>
			<p className="max-w-measure">It may be spelled otherwise, or we don’t list it yet. Look it up by the name you know it by.</p>
			<SearchBox query={word.replaceAll("-", " ")} />
			<p>
				<a href="/#services">All the services we know</a>
			</p>
		</div>
	);
}
