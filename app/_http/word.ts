// The word that an address carries.

/** Decoded if that can be: Next hands it over as it came, or decoded already. */
export async function wordOf<Name extends string>(params: Promise<Record<Name, string>>, name: Name): Promise<string> {
	const word = (await params)[name];
	try {
		return decodeURIComponent(word);
	} catch {
		return word;
	}
}
