// Which service, region and carrier does a statement mean? Looked up once at the border; afterwards a report knows ids
// only. A word we do not know is refused with what to do, never guessed.
import type { Carrier, Catalog, Region, Service } from "./catalog/catalog";
import { isRefusal, type Refusal, refuse } from "./refusal";
import { isCarried, isPossible, type Report, type Statement } from "./report";

/** `cell`: where it is counted, the country and the network. */
export type Found = { service: Service; region: Region; carrier: Carrier | null; cell: Report["cell"] };

/**
 * What a statement speaks of; `country` stands in for a region that was not said. Refusals: `unknown-service`,
 * `unsupported-channel`, `unknown-region`, `unknown-carrier`.
 */
export function lookUp(statement: Statement, catalog: Catalog, country: string | null): Found | Refusal {
	const service = serviceOf(statement, catalog);
	return isRefusal(service) ? service : lookUpFor(service, statement, catalog, country);
}

/** The same for a service that is known already, listed or not. */
export function lookUpFor(service: Service, statement: Statement, catalog: Catalog, country: string | null): Found | Refusal {
	const impossible = refusalOfChannel(statement, service);
	if (impossible) return impossible;
	const region = regionOf(statement, catalog, country);
	if (isRefusal(region)) return region;
	const carrier = carrierOf(statement, catalog, region);
	if (isRefusal(carrier)) return carrier;
	const cell = { carrierId: carrier && catalog.networkOf(carrier).id, regionId: catalog.countryOf(region).id };
	return { service, region, carrier, cell };
}

function serviceOf(statement: Statement, catalog: Catalog): Service | Refusal {
	const service = catalog.meantService(statement.service);
	if (!service) {
		const near = catalog.searchServices(statement.service, 3).map((one) => one.slug);
		const hint = near.length > 0 ? ` Did you mean ${near.join(", ")}?` : "";
		return refuse("unknown-service", `There is no service by this name here.${hint}`, {
			...(near.length > 0 && { names: near }),
			errors: [{ field: "service", message: "is not a service we know" }],
		});
	}
	return service;
}

function refusalOfChannel(statement: Statement, service: Service): Refusal | null {
	if (isPossible(statement.channel, service.channels)) return null;
	return refuse("unsupported-channel", `${service.name} sends codes by ${service.channels.join(", ")}.`, {
		names: service.channels,
		errors: [{ field: "channel", message: `is not a way ${service.name} sends codes` }],
	});
}

function regionOf(statement: Statement, catalog: Catalog, country: string | null): Region | Refusal {
	const region = catalog.findRegion(statement.region ?? country ?? "");
	const detail = "Say the country as an ISO 3166-1 code such as US, or its first level as ISO 3166-2 such as US-CA.";
	return region ?? refuse("unknown-region", detail, { errors: [{ field: "region", message: "is not a region we know" }] });
}

function carrierOf(statement: Statement, catalog: Catalog, region: Region): Carrier | null | Refusal {
	if (statement.carrier === undefined) return null;
	const kind = statement.channel === "email" ? "mailbox" : "mobile";
	const ofKind = kind === "mailbox" ? catalog.mailboxHosts : catalog.carriersOf(catalog.countryOf(region).code);
	const carrier = catalog.findCarrier(statement.carrier) ?? carrierNamed(statement.carrier, ofKind);
	if (carrier && isCarried(statement.channel) && carrier.kind === kind) return carrier;
	const example = kind === "mailbox" ? "mailbox host such as gmail.com" : "mobile network by its key, its MCC-MNC or its name there";
	const detail = isCarried(statement.channel)
		? `Say a ${example}, or leave the carrier out.`
		: "This channel has no carrier. Leave it out.";
	return refuse("unknown-carrier", detail, { errors: [{ field: "carrier", message: "is not a carrier of this channel" }] });
}

/** People know a carrier by its name, which says one only where they are. */
function carrierNamed(name: string, carriers: readonly Carrier[]): Carrier | null {
	const fold = (text: string) => text.trim().toLocaleLowerCase("en");
	return carriers.find((carrier) => fold(carrier.name) === fold(name)) ?? null;
}
