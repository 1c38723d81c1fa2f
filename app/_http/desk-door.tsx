// The one door of every room of the desk: who may not enter is led to the sign-in, and a session that could not be read
// is said as such.
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { leave } from "@/app/(site)/sign-in/actions";
import { DeskBar } from "@/components/desk-bar";
import { SessionNotRead } from "@/components/not-read";
import { mayEnterDesk, type Person } from "@/lib/access";
import { currentPerson, isSessionUnread } from "./auth";

/** The room for whoever may enter; `counts` stand in the bar. */
export async function DeskDoor({ room }: { room: (person: Person) => Promise<{ counts?: ReactNode; room: ReactNode }> }) {
	const person = await currentPerson();
	if (person === null && (await isSessionUnread()))
		return (
			<div className="frame py-12">
				<SessionNotRead />
			</div>
		);
	if (!mayEnterDesk(person)) redirect("/sign-in");
	const shown = await room(person);
	return (
		<div className="frame">
			<DeskBar person={person} leave={leave}>
				{shown.counts}
			</DeskBar>
			{shown.room}
		</div>
	);
}
