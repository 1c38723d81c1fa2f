// Counts by place as comma-separated values (RFC 4180): a row for each network of a country, one for the others of it, and one
// for countries too small to tell. Nothing in it is a person's own word, so no cell needs quotes.
import type { PlaceReading } from "../places";

const HEAD = "service,from,to,channel,region,carrier,failed,answered,more_may_be_withheld,demo";

export function placesCsv({ from, to, regions, elsewhere }: PlaceReading, { service, demo }: { service: string; demo: boolean }): string {
	const rows = [
		...regions.flatMap(({ channel, region, carriers }) =>
			carriers.map(({ carrier, failed, answered, withheld }) => [channel, region, carrier ?? "other", failed, answered, withheld]),
		),
		...elsewhere.map(({ channel, failed, answered }) => [channel, "other", "other", failed, answered, false]),
	];
	return [HEAD, ...rows.map((row) => [service, from, to, ...row, demo].join(","))].map((line) => `${line}\r\n`).join("");
}
