// What is listed before anybody reports? The reference lists brought together, still without ids. Absent: the database.

import networks from "./carriers.json";
import type { Carrier, Region, Service } from "./catalog";
import { mailboxes } from "./mailboxes";
import { listRegions } from "./regions";
import { services } from "./services";

export type Reference = {
	services: readonly Omit<Service, "id">[];
	carriers: readonly Omit<Carrier, "id">[];
	regions: readonly Omit<Region, "id">[];
};

export function referenceLists(): Reference {
	return { services, carriers: [...mobileCarriers(), ...mailboxHosts()], regions: listRegions() };
}

function mobileCarriers(): Omit<Carrier, "id">[] {
	return networks.map((network) => ({ ...network, kind: "mobile" }));
}

function mailboxHosts(): Omit<Carrier, "id">[] {
	return mailboxes.map(({ domain, name, others }) => ({
		key: domain,
		name,
		kind: "mailbox",
		country: null,
		parent: null,
		aliases: others,
	}));
}
