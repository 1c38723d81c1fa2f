// Is this a saying? For what was kept in a browser or comes back from one: a claim, written by an older build of ours or by anybody.
import type { Named, Place, Saying, WhyNoIncident } from "./saying";
import { channels } from "./vocabulary";

/** Longer than any name of a service or a place. */
const NAME_LENGTH_MAX = 200;
/** More than a sentence ever names. */
const PLACES_MAX = 20;

type Check = (value: unknown) => boolean;

const isCount: Check = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;
const isName: Check = (value) => typeof value === "string" && value.length <= NAME_LENGTH_MAX;
const isChannel: Check = (value) => channels.some((channel) => channel === value);
const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);
const listOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.length <= PLACES_MAX && value.every(check);
const shaped =
	(shape: Record<string, Check>): Check =>
	(value) =>
		isRecord(value) && Object.entries(shape).every(([name, check]) => check(value[name]));

const named = shaped({ key: isName, name: isName } satisfies Record<keyof Named, Check>);
const isWhere = listOf(shaped({ carriers: listOf(named), regions: listOf(named) } satisfies Record<keyof Place, Check>));
const isTime: Check = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value));
const ofWindow = { channel: isChannel, minutes: isCount };

const whys: Record<WhyNoIncident["kind"], Check> = { ended: isRecord, "not-yet": isRecord, over: shaped({ startedAt: isTime }) };
const isWhy: Check = (value) => isRecord(value) && (ofKind(whys, value.kind)?.(value) ?? false);

const sayings: Record<Saying["kind"], Check> = {
	"nobody-new": shaped({ ...ofWindow, where: orNull(isWhere) }),
	"all-came": shaped({ ...ofWindow, where: orNull(isWhere), answered: isCount }),
	"none-came": shaped({ ...ofWindow, missing: isCount, answered: isCount }),
	trouble: shaped({ ...ofWindow, failed: isCount, answered: isCount }),
	silence: shaped({ service: isName }),
	"looked-into": isRecord,
	few: shaped({ failed: isCount, reporters: isCount }),
	doubt: shaped({ failed: isCount, minutes: orNull(isCount), why: isWhy }),
	fine: shaped({ arrived: isCount, reporters: isCount }),
	ordinary: shaped({ failed: isCount }),
	unknown: shaped({ service: isName }),
};

/** Whether every phrasebook can say it. */
export function isSaying(value: unknown): value is Saying {
	return isRecord(value) && (ofKind(sayings, value.kind)?.(value) ?? false);
}

function ofKind(checks: Record<string, Check>, kind: unknown): Check | undefined {
	return new Map(Object.entries(checks)).get(String(kind));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
