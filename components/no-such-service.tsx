"use client";
// Interaction: the word in the address is carried into the search box.
import { usePathname } from "next/navigation";
import { SearchBox } from "./search-box";

export function NoSuchService() {
	const word = decodeURIComponent(usePathname().split("/").at(-1) ?? "");
	return (
		<div className="frame grid gap-4 py-12">
			<h1 className="text-xl">We don’t know “{word}”.</h1>
			<p className="max-w-measure">It may be spelled otherwise, or we don’t list it yet. Look it up by the name you know it by.</p>
			<SearchBox query={word.replaceAll("-", " ")} />
			<p>
				<a href="/#services">All the services we know</a>
			</p>
		</div>
	);
}
