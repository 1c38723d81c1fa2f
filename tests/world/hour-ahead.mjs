// Preloaded into a server: its machine's clock is an hour ahead.
const HOUR_MS = 3_600_000;
const Right = Date;

globalThis.Date = class extends Right {
	// Next copies what a Date has of its own, not what it inherits.
	static UTC = Right.UTC;
	static parse = Right.parse;
	constructor(...given) {
		super(...(given.length > 0 ? given : [Right.now() + HOUR_MS]));
	}
	static now() {
		return Right.now() + HOUR_MS;
	}
};
