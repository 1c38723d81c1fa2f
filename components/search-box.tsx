/** Works by address alone: `/?q=word`. */
export function SearchBox({ query }: { query: string }) {
	return (
		<search>
			<form method="get" action="/" className="flex max-w-measure gap-2">
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
