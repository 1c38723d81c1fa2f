import type { Metadata } from "next";
import { DeskDoor } from "@/app/_http/desk-door";
import { readMatter } from "@/app/_http/incident-matter";
import { doneWord } from "@/components/deed-words";
import { DeskCounts } from "@/components/desk-bar";
import { DeskCase } from "@/components/desk-case";
import { DeskQueue } from "@/components/desk-queue";
import { deeds } from "@/lib/desk";
import { house } from "@/lib/house";
import type { Incident } from "@/lib/incident";
import { decide } from "./actions";

export const metadata: Metadata = { title: "Desk", robots: { index: false } };

type Search = { incident?: string | string[]; done?: string | string[] };

export default function DeskPage({ searchParams }: { searchParams: Promise<Search> }) {
	return <DeskDoor room={async () => deskOf(await searchParams)} />;
}

async function deskOf({ incident: chosen, done }: Search) {
	const { desk } = house();
	const queue = await desk.queue();
	const found = queue.find(({ id }) => id === chosen) ?? (await findOlder(chosen));
	const incident = found ?? queue[0];
	const now = house().now();
	const room = (
		<div className="grid grid-cols-[minmax(0,1fr)] wide:grid-cols-[22rem_minmax(0,1fr)]">
			<DeskQueue queue={queue} chosen={incident?.id ?? null} isOpen={found !== null} now={now} />
			{incident && (
				<div className={found ? "" : "hidden wide:block"}>
					<DeskCase
						incident={incident}
						matter={await readMatter(incident)}
						audit={await desk.audit(incident.id)}
						action={decide}
						done={found ? doneWordOf(done) : null}
						now={now.toISOString()}
					/>
				</div>
			)}
		</div>
	);
	return { counts: <DeskCounts queue={queue} />, room };
}

function doneWordOf(done: unknown): string | null {
	const deed = deeds.find((one) => one === done);
	return deed ? doneWord(deed) : null;
}

/** One that is in no queue any more: the vendor may speak of it days later. */
async function findOlder(id: unknown): Promise<Incident | null> {
	const reading = typeof id === "string" ? await house().readings.incident(id) : null;
	return reading?.known ? reading.value : null;
}
