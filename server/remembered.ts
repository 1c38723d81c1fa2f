// What was worked out from a word is remembered for whoever brings the same word: a crowd reads few addresses, and taking
// one apart costs as much as answering it. Strangers choose the words, so there are bounds to how many, and how long.

const WORDS_MAX = 1_000;
const CHARACTERS_MAX = 500;

/** `make`, which has to say the same of the same word each time, asked once for each word in a while. */
export function remembered<Value extends object | string | number | boolean | null>(
	make: (word: string) => Value,
): (word: string) => Value {
	const known = new Map<string, Value>();

	return (word) => {
		const value = known.get(word);
		if (value !== undefined) return value;
		const made = make(word);
		if (word.length > CHARACTERS_MAX) return made;
		if (known.size === WORDS_MAX) known.clear();
		known.set(word, made);
		return made;
	};
}
