// What to tell a person when a start does not succeed: one sentence that says what to do.

/** A sentence we wrote ourselves: it is shown without a stack. */
export class Refused extends Error {}

const byCode = {
	EADDRINUSE: () =>
		`Port ${process.env.PORT || 3000} is taken by another program. Stop that one, or choose another port: PORT=3001 npm start`,
	EADDRNOTAVAIL: () => `HOST=${process.env.HOST} is no address of this machine. Leave HOST unset to listen on all of them.`,
	ENOSPC: () => "The disk is full. Make room (a first start needs about 2 GB) and start again.",
	EROFS: (error) => `${error.path ?? "The project folder"} cannot be written to. Set DATA_DIR to a folder that can be.`,
	ECONNREFUSED: unreachable,
	ENOTFOUND: unreachable,
	EAI_AGAIN: unreachable,
	ETIMEDOUT: unreachable,
	EHOSTUNREACH: unreachable,
	"28P01": () => "The database refused the password in DATABASE_URL. Correct it and start again.",
	28000: (error) => `The database refused the user in DATABASE_URL (${error.message}). Correct it and start again.`,
	"3D000": (error) => `The database in DATABASE_URL is not there (${error.message}). Create it (createdb) and start again.`,
	42501: (error) =>
		`The database user in DATABASE_URL may not do what a start needs (${error.message}). Make it the owner of the database.`,
	53300: () => "The database takes no more connections. Stop what uses it, or raise its max_connections.",
};

function unreachable(error) {
	return `The database in DATABASE_URL cannot be reached (${error.code}). Start it, correct DATABASE_URL, or unset it to use the embedded one.`;
}

/**
 * The sentence for an error. Errors with a code we know, and plain `Error`s, which our own code throws with a sentence,
 * come without a stack; everything else is a fault and shows where it happened.
 */
export function sentenceFor(error) {
	if (!(error instanceof Error)) return String(error);
	const known = byCode[codeOf(error)];
	if (known) return known(error);
	const isSentence = Object.getPrototypeOf(error) === Error.prototype || error instanceof Refused;
	return isSentence && !codeOf(error) ? error.message : (error.stack ?? error.message);
}

function codeOf(error) {
	return error.code ?? error.cause?.code ?? error.errors?.[0]?.code;
}
