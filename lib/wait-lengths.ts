// Into which lengths is waiting for a code cut?

/** The lengths that the form offers, in order; each reaches to the next. */
export const waitLengths = [
	{ name: "1m", belowSeconds: 60 },
	{ name: "5m", belowSeconds: 300 },
	{ name: "15m", belowSeconds: 900 },
	{ name: "1h", belowSeconds: 3_600 },
	{ name: "longer", belowSeconds: null },
] as const;
export type WaitLength = (typeof waitLengths)[number]["name"];
