import type { Metadata } from "next";
import { Footer } from "@/components/footer";
import { Masthead } from "@/components/masthead";
import { SearchBox } from "@/components/search-box";
import { english } from "@/components/speeches";

export const metadata: Metadata = {
	title: "Nothing at this address",
	description: "There is no page at this address. Look up who should have sent your code.",
};

export default function NotFound() {
	return (
		<>
			<Masthead phrases={english.phrases} />
			<main className="frame grid gap-4 py-12">
				<h1 className="text-xl">There is nothing at this address.</h1>
				<p className="max-w-measure">
					If you followed a link from us, the fault is ours. If a code of yours is missing, look up who should have sent it.
				</p>
				<SearchBox query="" />
				<p>
					<a href="/">Overview</a>
				</p>
			</main>
			<Footer phrases={english.phrases} />
		</>
	);
}
