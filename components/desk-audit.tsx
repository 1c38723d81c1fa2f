import type { AuditEntry } from "@/lib/desk";
import { doneWord } from "./deed-words";
import { Moment } from "./moment";
import { stanceWords } from "./words";

/** Who did what, when, newest first; the machine's own doings stand among the updates. */
export function DeskAudit({ entries }: { entries: readonly AuditEntry[] }) {
	if (entries.length === 0) return <p className="text-s text-ink-2">Nobody has decided anything here yet.</p>;
	return (
		<ul className="text-s">
			{entries.map((entry) => (
				<li key={entry.id} className="grid gap-x-4 border-b border-rule py-2 wide:grid-cols-[9rem_minmax(0,1fr)]">
					<Moment at={entry.at} form="day-time" className="text-ink-2" />
					<span className="wrap-anywhere">
						{entry.who} {doneWord(entry.deed)}
						{what(entry)}
					</span>
				</li>
			))}
		</ul>
	);
}

function what({ detail }: AuditEntry): string {
	const undone = wordOf(detail, "undoneDeed");
	const value = Object.entries(stanceWords).find(([name]) => name === wordOf(detail, "value"));
	const text = wordOf(detail, "text");
	return [undone && `: ${doneWord(undone)}`, value && `: ${value[1]}`, text && `: “${text}”`].filter(Boolean).join("");
}

function wordOf(detail: unknown, name: string): string {
	const found = typeof detail === "object" && detail !== null ? Object.entries(detail).find(([key]) => key === name)?.[1] : "";
	return typeof found === "string" ? found : "";
}
