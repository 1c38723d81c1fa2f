import type { Metadata } from "next";
import { DeskDoor } from "@/app/_http/desk-door";
import { InvitationList } from "@/components/invitation-list";
import { InviteForm } from "@/components/invite-form";
import { PeopleDeeds, PeopleDone } from "@/components/people-deeds";
import { PeopleList } from "@/components/people-list";
import { PageTitle } from "@/components/prose";
import { Section } from "@/components/section";
import type { Person } from "@/lib/access";
import { house } from "@/lib/house";
import { EMAIL_LENGTH_MAX, givenRoles, INVITATION_DAYS } from "@/lib/people";
import { isRefusal } from "@/lib/refusal";
import { changePeople } from "./actions";

export const metadata: Metadata = { title: "People", robots: { index: false } };

type Search = { done?: string | string[] };

export default function PeoplePage({ searchParams }: { searchParams: Promise<Search> }) {
	return <DeskDoor room={async (person) => ({ room: await peopleFor(person, await searchParams) })} />;
}

async function peopleFor(person: Person, { done }: Search) {
	const { people, env } = house();
	const room = await people.read(person);
	if (isRefusal(room)) return <PageTitle title="People" lead={room.detail} />;
	const deed = room.deeds.find(({ id }) => id === done);
	return (
		<div className="pb-12">
			<PageTitle title="People" lead="Moderators decide about incidents and suggested services. Admins decide who is one." />
			{deed && <PeopleDone deed={deed} person={person} action={changePeople} />}
			<Section
				title="Who has a role"
				lead="Nobody changes their own. Whoever is removed is signed out everywhere at once, and their passkeys go."
			>
				<PeopleList people={room.people} person={person} action={changePeople} />
			</Section>
			<Section title="Invite somebody" lead={`They have ${INVITATION_DAYS} days to sign in with their address.`}>
				<InviteForm roles={givenRoles} emailLengthMax={EMAIL_LENGTH_MAX} action={changePeople} />
			</Section>
			<Section title="Invited" lead="Nobody has signed in yet. Seven days after it was last sent its address is forgotten.">
				<InvitationList
					invitations={room.invitations}
					signInAt={`${env.PUBLIC_URL}/sign-in`}
					hasPost={env.SMTP_URL !== undefined}
					action={changePeople}
				/>
			</Section>
			<Section title="Who did what" lead="The last twenty deeds.">
				<PeopleDeeds deeds={room.deeds} />
			</Section>
		</div>
	);
}
