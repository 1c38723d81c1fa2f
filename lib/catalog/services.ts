// Whose codes do people wait for? The services we list, with the channels over which they send codes. A channel that is
// missing here cannot be reported, so one that a service uses only in some countries is listed too. Absent: how popular a
// service is, and any help page whose address we are not sure of.
import { type Category, categories, type Service } from "./catalog";
import { banking } from "./services/banking";
import { entertainment } from "./services/entertainment";
import { games } from "./services/games";
import { government } from "./services/government";
import { identity } from "./services/identity";
import { mail } from "./services/mail";
import { messaging } from "./services/messaging";
import { payments } from "./services/payments";
import { type ServiceRow, servicesOf } from "./services/row";
import { shopping } from "./services/shopping";
import { social } from "./services/social";
import { travel } from "./services/travel";
import { work } from "./services/work";

const lists: Record<Category, readonly ServiceRow[]> = {
	social,
	messaging,
	mail,
	shopping,
	payments,
	banking,
	games,
	travel,
	work,
	government,
	entertainment,
	identity,
};

/** By slug. */
export const services: readonly Omit<Service, "id">[] = categories
	.flatMap((category) => servicesOf(category, lists[category]))
	.sort((one, other) => (one.slug < other.slug ? -1 : 1));
