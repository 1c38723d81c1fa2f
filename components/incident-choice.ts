// By what a list of incidents is narrowed, in words and as an address.

export type Chosen = { key: string; name: string };
export type Choice = Record<"state" | "service" | "carrier" | "region" | "day", Chosen | undefined>;

export const choiceWords = {
	state: { label: "State", any: "Any state" },
	service: { label: "Service", any: "Any service" },
	carrier: { label: "Carrier", any: "Any carrier" },
	region: { label: "Region", any: "Any region" },
	day: { label: "Day (UTC)", any: "Any day" },
} as const satisfies Record<keyof Choice, { label: string; any: string }>;

/** What is chosen, in the order it is asked for. */
export function chosenIn(choice: Choice): readonly (Chosen & { part: keyof Choice })[] {
	const parts = ["state", "service", "carrier", "region", "day"] as const;
	return parts.flatMap((part) => {
		const chosen = choice[part];
		return chosen ? [{ part, ...chosen }] : [];
	});
}

/** Where the list of a choice stands, from a cursor on; without one part of it when that is to be let go, or of another day. */
export function addressOf(
	choice: Choice,
	{ cursor, without, day }: { cursor?: string; without?: keyof Choice; day?: string } = {},
): string {
	const kept = chosenIn(choice).filter(({ part }) => part !== without && !(part === "day" && day));
	const added = [...(day ? [["day", day]] : []), ...(cursor ? [["cursor", cursor]] : [])];
	const query = new URLSearchParams([...kept.map(({ part, key }) => [part, key]), ...added]);
	return query.size === 0 ? "/incidents" : `/incidents?${query}`;
}
