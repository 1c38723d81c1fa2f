import type { Narrowing } from "@/lib/narrowing";
import { chosenParts } from "./overview-choice";

/** Works by address alone: `/?q=word`. By what the page is narrowed is kept. */
export function SearchBox({ query, narrowing = {} }: { query: string; narrowing?: Narrowing }) {
	return (
		<search>
			<form method="get" action="/" className="flex max-w-measure gap-2">
				{chosenParts(narrowing).map(({ part, key }) => (
					<input key={part} type="hidden" name={part} value={key} />
				))}
				<label htmlFor="q" className="sr-only">
					Service
				</label>
				<input
					id="q"
					name="q"
					type="search"
					defaultValue={query}
					maxLength={80}
					autoComplete="off"
					enterKeyHint="search"
					className="field"
				/>
				<button type="submit" className="button button-main min-h-12 flex-none">
					Look up
				</button>
			</form>
		</search>
	);
}
