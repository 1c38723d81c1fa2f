// What a carrier is: its country, the network it runs or rides on, and its codes.
import type { ReactNode } from "react";
import { type Carrier, mccMncOf } from "@/lib/catalog/catalog";
import type { CarrierMatter } from "./carrier-face";

export function CarrierFacts({ carrier, network, riders, country }: CarrierMatter) {
	const isMailbox = carrier.kind === "mailbox";
	return (
		<dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-s">
			{country && (
				<Fact name="Country">
					<a href={`/regions/${country.code}`}>{country.name}</a>
				</Fact>
			)}
			<Fact name="Kind">{isMailbox ? "Keeps mailboxes" : network ? <RidesOn network={network} /> : "Mobile network"}</Fact>
			{riders.length > 0 && (
				<Fact name="On its network">
					<Links carriers={riders} />
				</Fact>
			)}
			{isMailbox && carrier.aliases.length > 0 && <Fact name="Also">{carrier.aliases.join(", ")}</Fact>}
			{mccMncOf(carrier).length > 0 && (
				<Fact name="MCC-MNC">
					<Codes codes={mccMncOf(carrier)} />
				</Fact>
			)}
		</dl>
	);
}

/** A large network has a hundred. */
const CODES_OPEN_MAX = 12;

function Codes({ codes }: { codes: readonly string[] }) {
	if (codes.length <= CODES_OPEN_MAX) return codes.join(", ");
	return (
		<details>
			<summary className="text-act">{codes.length} codes</summary>
			{codes.join(", ")}
		</details>
	);
}

function Links({ carriers }: { carriers: readonly Carrier[] }) {
	return carriers.map(({ key, name }, place) => (
		<span key={key}>
			{place > 0 && ", "}
			<a href={`/carriers/${key}`}>{name}</a>
		</span>
	));
}

function RidesOn({ network }: { network: Carrier }) {
	return (
		<>
			Rides on the network of <a href={`/carriers/${network.key}`}>{network.name}</a>
		</>
	);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
	return (
		<>
			<dt className="text-ink-2">{name}</dt>
			<dd className="[overflow-wrap:anywhere]">{children}</dd>
		</>
	);
}
