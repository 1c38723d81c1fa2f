// Everything that is kept in this browser, by name, and how all of it is taken away at once.
import { halfFilled } from "./half-filled";
import { keptHere, letAllGo } from "./kept-services";
import { last } from "./last-report";
import { waiting } from "./outbox";
import { seen } from "./seen";

/** What is kept now, in words; empty where nothing is. */
export function keptWords(): readonly string[] {
	const services = keptHere().rows.filter(({ isKept }) => isKept).length;
	const drafts = waiting.read()?.length ?? 0;
	const looks = seen.read()?.length ?? 0;
	return [
		services > 0 && counted(services, "service of yours", "services of yours"),
		halfFilled.read() !== null && "a form left in the middle",
		drafts > 0 && counted(drafts, "report that waits to be sent", "reports that wait to be sent"),
		last.read() !== null && "your last report, and the receipt to change it by",
		looks > 0 && `what was said of ${counted(looks, "service", "services")} you looked at`,
	].filter((words) => words !== false);
}

/** A report that waits is never sent then; one that was sent stays, and can no longer be changed from here. */
export function forgetAll(): void {
	letAllGo();
	for (const keeping of [halfFilled, waiting, last, seen]) keeping.forget();
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}
