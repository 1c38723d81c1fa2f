// Where codes fail: a row for each country, its networks under it, by channel. A real table, in ink; on a phone it scrolls in
// itself and never moves the page.
import type { CarrierLine, CountryLine, PlaceTable as Matter } from "@/lib/place-table";
import { REPORTERS_PUBLISHED_MIN } from "@/lib/publish";
import type { Channel } from "@/lib/report";
import { channelWords } from "@/lib/words";
import { HeatCell, HeatKey, HeatMark } from "./heat-cell";

/** Heads of narrow columns; the full name is for the screen reader. */
const short: Partial<Record<Channel, string>> = { authenticator: "App", messenger: "Chat app", backup: "Backup", key: "Key" };

export function PlaceTable({ matter, caption }: { matter: Matter; caption: string }) {
	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
			<section aria-label={`${caption}, a table that may scroll sideways`} tabIndex={0} className="relative -mx-1 overflow-x-auto px-1">
				<table className="ruled heat">
					<caption className="sr-only">{caption}</caption>
					<thead>
						<tr>
							<th scope="col">Country and network</th>
							{matter.channels.map((channel) => (
								<th key={channel} scope="col">
									<span aria-hidden={channel in short}>{short[channel] ?? channelWords[channel].name}</span>
									{channel in short && <span className="sr-only">{channelWords[channel].name}</span>}
								</th>
							))}
						</tr>
					</thead>
					{matter.countries.map((country) => (
						<Country key={country.code} country={country} />
					))}
				</table>
			</section>
			<HeatKey>
				<HeatMark className="heat-few">a few: fewer than {REPORTERS_PUBLISHED_MIN}, or nobody</HeatMark>
				<span>–: nobody</span>
				<span>+: perhaps a few more</span>
			</HeatKey>
		</>
	);
}

function Country({ country: { code, name, cells, carriers, more } }: { country: CountryLine }) {
	return (
		<tbody>
			<tr>
				<th scope={carriers.length > 0 ? "rowgroup" : "row"}>
					<a href={`/regions/${code}`}>{name}</a>
					{more > 0 && <small>{networks(more, carriers.length > 0)}</small>}
				</th>
				{cells.map((cell, place) => (
					<HeatCell key={place} cell={cell} />
				))}
			</tr>
			{carriers.map((carrier) => (
				<Carrier key={carrier.key} carrier={carrier} />
			))}
		</tbody>
	);
}

/** "3 more networks". */
function networks(count: number, isBeside: boolean): string {
	return `${count} ${isBeside ? "more " : ""}${count === 1 ? "network" : "networks"}`;
}

function Carrier({ carrier: { key, name, cells } }: { carrier: CarrierLine }) {
	return (
		<tr>
			<th scope="row" className="part">
				{key === null ? <span>{name}</span> : <a href={`/carriers/${key}`}>{name}</a>}
			</th>
			{cells.map((cell, place) => (
				<HeatCell key={place} cell={cell} />
			))}
		</tr>
	);
}
