import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPerson, isSessionUnread } from "@/app/_http/auth";
import { readMatter } from "@/app/_http/incident-matter";
import { DeskBar } from "@/components/desk-bar";
import { DeskCase } from "@/components/desk-case";
import { DeskQueue } from "@/components/desk-queue";
import { SessionNotRead } from "@/components/not-read";
import { mayEnterDesk } from "@/lib/access";
import { house } from "@/lib/house";
import { leave } from "../sign-in/actions";
import { decide } from "./actions";

export const metadata: Metadata = { title: "Desk", robots: { index: false } };

export default async function DeskPage({ searchParams }: { searchParams: Promise<{ incident?: string | string[] }> }) {
	const person = await currentPerson();
	if (person === null && (await isSessionUnread()))
		return (
			<div className="frame py-12">
				<SessionNotRead />
			</div>
		);
	if (!mayEnterDesk(person)) redirect("/sign-in");
	const { incident: chosen } = await searchParams;
	const { desk } = house();
	const queue = await desk.queue();
	const found = queue.find(({ id }) => id === chosen);
	const incident = found ?? queue[0];
	return (
		<div className="frame">
			<DeskBar person={person} queue={queue} leave={leave} />
			<div className="grid grid-cols-[minmax(0,1fr)] wide:grid-cols-[22rem_minmax(0,1fr)]">
				<DeskQueue queue={queue} chosen={incident?.id ?? null} isOpen={found !== undefined} now={new Date()} />
				{incident && (
					<div className={found ? "" : "hidden wide:block"}>
						<DeskCase incident={incident} matter={await readMatter(incident)} audit={await desk.audit(incident.id)} action={decide} />
					</div>
				)}
			</div>
		</div>
	);
}
