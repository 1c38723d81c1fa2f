// Under which country do a territory's networks stand? Some territories have a country code of their own, but their
// networks are those of another (or the code list knows them as one market). Absent: whoever has networks of their own.

const homes: Readonly<Record<string, string>> = {
	AX: "FI",
	BL: "GP",
	CC: "AU",
	CX: "AU",
	EH: "MA",
	GF: "GP",
	MF: "GP",
	MQ: "GP",
	SJ: "NO",
	UM: "US",
	VA: "IT",
	YT: "RE",
};

/** The country whose carriers serve `country`: mostly itself. */
export function networkHome(country: string): string {
	return homes[country] ?? country;
}
