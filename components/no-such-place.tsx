import { Missing } from "./missing";

const places = {
	carrier: {
		list: "/carriers",
		all: "Look it up among the carriers",
		hint: "A network goes by its country and name, as us-verizon, or its MCC-MNC.",
	},
	region: { list: "/regions", all: "All countries", hint: "A country goes by its two letters, as DE." },
} as const;

export function NoSuchPlace({ word, kind }: { word: string; kind: keyof typeof places }) {
	const { list, all, hint } = places[kind];
	return (
		<div className="frame grid gap-4 py-12">
			<Missing />
			<h1 className="text-xl [overflow-wrap:anywhere]">We don’t know “{word}”.</h1>
			<p className="max-w-measure">{hint}</p>
			<p>
				<a href={list}>{all}</a>
			</p>
		</div>
	);
}
