// Opens the house: everything that exists once per process is made here, in the order it needs each other, and put on
// the shelf that Next's copy of lib/ reaches (lib/house.ts).
import { makeAccount } from "@/lib/account";
import { makeAlertChoice } from "@/lib/alert-choice";
import { makeCounters } from "@/lib/counter";
import { makeDesk } from "@/lib/desk";
import type { Env } from "@/lib/env";
import { closeHouse, type House, openHouse } from "@/lib/house";
import { makeIntake } from "@/lib/intake";
import { makeLimits, SUGGESTIONS } from "@/lib/limits";
import { HELD_MAX, makeListing } from "@/lib/listing";
import { concernedBy, makeLive } from "@/lib/live";
import { makePeople } from "@/lib/people";
import { openPlace, type Place } from "@/lib/place";
import { incidentOf } from "@/lib/presentation";
import { makeSingleFlight } from "@/lib/single-flight";
import * as alerts from "@/lib/store/alerts";
import { openCatalog, readServices, renewCatalog } from "@/lib/store/catalog";
import { openExchange } from "@/lib/store/counts";
import { findAnswer } from "@/lib/store/idempotency";
import * as changes from "@/lib/store/incident-changes";
import * as incidents from "@/lib/store/incidents";
import * as invitations from "@/lib/store/invitations";
import * as listings from "@/lib/store/listings";
import { listen, notify } from "@/lib/store/news";
import { findTick } from "@/lib/store/observations";
import { makePartitions } from "@/lib/store/partitions";
import * as passkeys from "@/lib/store/passkeys";
import * as peopleStore from "@/lib/store/people";
import { isRefusedRow, openAccounts, openPool, readClock } from "@/lib/store/pool";
import { commitReports, findReport, openIntakePool, withdrawReports } from "@/lib/store/reports";
import { readSalts } from "@/lib/store/salts";
import * as sessions from "@/lib/store/sessions";
import { type Clock, makeClock } from "./clock";
import { everySecond } from "./every-second";
import { makeInForce } from "./in-force";
import { mailInvitation } from "./invitation-mail";
import type { Log } from "./log";
import { openReadings } from "./readings";

export type Opened = {
	house: House;
	place: Place;
	clock: Clock;
	findTick(): Promise<Date | null>;
	readClock(): Promise<Date>;
	/** For the sitemap: incidents told of since then. */
	listAddresses(since: Date, limit: number): Promise<readonly incidents.IncidentAddress[]>;
	close(): Promise<void>;
};

/** Opens pool, catalogue, intake, readings and live on a migrated database. Keeping house is another's (server/housekeeper.ts). */
export async function open(env: Env, log: Log): Promise<Opened> {
	const failed = (what: string, error: unknown) => log.error({ err: error }, what);
	const idle = (error: Error) => failed("an idle connection", error);
	const pool = openPool(env.DATABASE_URL, idle);
	const intakePool = openIntakePool(env.DATABASE_URL, idle);
	const clock = makeClock(() => readClock(pool));
	await clock.set();
	const [catalog, place] = await Promise.all([openCatalog(pool), openPlace(), makePartitions(pool, clock.now())]);
	const inForce = makeInForce({ pool, now: clock.now, falseAlarmsPerDay: env.FALSE_ALARMS_PER_DAY });
	await inForce.renew().catch((error) => failed("the model in force", error));
	const flight = makeSingleFlight(() => performance.now());
	const readings = openReadings({ env, pool, catalog, flight, now: clock.now, expectation: inForce.expectation, failed });

	const live = makeLive({
		catalog,
		readings,
		notify: (serviceIds) => notify(pool, serviceIds),
		failed: (error) => failed("live", error),
		epoch: Date.now(),
	});
	const news = listen(env.DATABASE_URL, live.hear);

	const listing = makeListing({
		catalog,
		heldMax: HELD_MAX,
		holdService: (domain, heldMax) => listings.holdService(pool, domain, heldMax),
		findAnyService: (id) => listings.findAnyService(pool, id),
		listHeld: () => listings.listHeld(pool),
		listService: (id, listed, doer) => listings.listService(pool, id, listed, doer),
		declineService: (id, reason, doer) => listings.declineService(pool, id, reason, doer),
		renew: async () => catalog.renew(await readServices(pool)),
	});

	const counters = makeCounters({ secret: env.AUTH_SECRET, now: () => performance.now(), exchange: openExchange(pool, clock.now) });

	const intake = makeIntake({
		catalog,
		listing,
		suggestionLimits: makeLimits(counters, SUGGESTIONS),
		secret: env.AUTH_SECRET,
		limits: makeLimits(counters),
		now: clock.now,
		salts: () => flight.read("salts", () => readSalts(pool, clock.now())),
		statusOf: readings.status,
		commit: (filings) => commitReports(intakePool, filings),
		findAnswer: (key, body) => findAnswer(pool, { key, body, now: clock.now() }),
		findReport: (id, withinMs) => findReport(pool, id, withinMs),
		withdraw: (report, id) => withdrawReports(intakePool, report, id),
		isRefusedRow,
		changed: live.publish,
		failed: (error) => failed("intake", error),
	});

	const desk = makeDesk({
		clock: () => readClock(pool),
		findIncident: (id) => incidents.findIncident(pool, id),
		listCurrent: (since) => incidents.listCurrent(pool, since, null),
		changeIncident: (change) => changes.changeIncident(pool, change),
		listAudit: (incident) => incidents.listAudit(pool, incident),
		present: (row) => incidentOf(row, catalog, env.PUBLIC_URL),
		changed: (slice) => live.publish(concernedBy(slice, catalog)),
	});

	const people = makePeople({
		adminEmail: env.ADMIN_EMAIL ?? null,
		listPeople: (adminEmail) => peopleStore.listPeople(pool, adminEmail),
		findPerson: (id) => peopleStore.findPerson(pool, id),
		listDeeds: (limit) => peopleStore.listPeopleDeeds(pool, limit),
		setRole: (change, doer) => peopleStore.setRole(pool, change, doer),
		listInvitations: () => invitations.listInvitations(pool),
		hasInvitation: (email) => invitations.hasInvitation(pool, email),
		invite: (invited, by) => invitations.invite(pool, invited, by),
		withdrawInvitation: (order, doer) => invitations.withdrawInvitation(pool, order, doer),
		acceptInvitation: (email) => invitations.acceptInvitation(pool, email),
		recordMailed: (id) => invitations.recordMailed(pool, id),
		mail: (to, invited) => mailInvitation(env, to, invited),
		failed,
	});

	const account = makeAccount({
		listPasskeys: (userId) => passkeys.listPasskeys(pool, userId),
		addPasskey: (passkey, doer, passkeysMax) => passkeys.addPasskey(pool, passkey, doer, passkeysMax),
		removePasskey: (id, doer) => passkeys.removePasskey(pool, id, doer),
		spendChallenge: (challenge) => passkeys.spendChallenge(pool, challenge),
		listSessions: (userId, token) => sessions.listSessions(pool, userId, token),
		endSession: (id, doer) => sessions.endSession(pool, id, doer),
		endOtherSessions: (token, doer) => sessions.endOtherSessions(pool, token, doer),
	});

	/** What others wrote: how late it is, which services are listed, what judges, and how often whom was heard elsewhere. */
	const rounds = everySecond(
		{
			clock: clock.set,
			"the catalogue": () => renewCatalog(pool, catalog),
			"the model in force": inForce.renew,
			"sharing what was counted": counters.share,
		},
		failed,
	);

	const accounts = openAccounts(pool);
	const alertChoice = makeAlertChoice({
		findChoice: (userId) => alerts.findChoice(pool, userId),
		saveChoice: (userId, woken) => alerts.saveChoice(pool, userId, woken),
	});
	const house = openHouse({
		env,
		catalog,
		intake,
		readings,
		desk,
		listing,
		people,
		account,
		alertChoice,
		live,
		accounts,
		now: clock.now,
		failed,
	});
	return {
		house,
		place,
		clock,
		findTick: () => findTick(pool),
		readClock: () => readClock(pool),
		listAddresses: (since, limit) => incidents.listAddresses(pool, since, limit),
		async close() {
			await intake.drain();
			await rounds.close();
			live.close();
			await news.close();
			await accounts.$disconnect();
			await intakePool.end();
			await pool.end();
			closeHouse();
		},
	};
}
