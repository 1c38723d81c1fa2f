// What a command tells the person who started it: few lines, and a sign of life while something takes long.
const SIGN_OF_LIFE_MS = 10_000;
const WORTH_A_LINE_MS = 1_000;

export function say(line) {
	console.log(`  ${line}`);
}

/**
 * Says what is being done, that it goes on, and how long it took.
 * @template Result
 * @param {string} doing as in "Building the pages"
 * @param {() => Promise<Result>} deed
 * @returns {Promise<Result>}
 */
export async function during(doing, deed) {
	const startedAt = Date.now();
	const seconds = () => Math.round((Date.now() - startedAt) / 1000);
	const opening = setTimeout(say, WORTH_A_LINE_MS, `${doing} …`);
	const alive = setInterval(() => say(`${doing} … ${seconds()} s`), SIGN_OF_LIFE_MS);
	try {
		const result = await deed();
		if (Date.now() - startedAt >= WORTH_A_LINE_MS) say(`${doing}: done in ${seconds()} s`);
		return result;
	} finally {
		clearTimeout(opening);
		clearInterval(alive);
	}
}
