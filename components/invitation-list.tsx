import { type PeopleRoom, withArticle } from "@/lib/people";
import { Moment } from "./moment";
import { type PeopleAction, PeopleOrders } from "./people-order";

type Invitation = PeopleRoom["invitations"][number];
type InvitationListProps = {
	invitations: readonly Invitation[];
	/** Where to send whom no mail has reached. */
	signInAt: string;
	hasPost: boolean;
	action: PeopleAction;
};

/** Who may still accept, the newest first. */
export function InvitationList({ invitations, ...matter }: InvitationListProps) {
	if (invitations.length === 0) return <p className="text-ink-2">No invitation is open.</p>;
	return (
		<ul>
			{invitations.map((invitation) => (
				<Row key={invitation.id} invitation={invitation} {...matter} />
			))}
		</ul>
	);
}

function Row({ invitation, signInAt, hasPost, action }: Omit<InvitationListProps, "invitations"> & { invitation: Invitation }) {
	const { id, email, role, by, expiresAt, mailedAt } = invitation;
	return (
		<li className="border-b border-rule py-3 first:pt-0 last:border-0">
			<PeopleOrders
				fields={{ id, seen: role, email, role }}
				deeds={[
					{ deed: "invite", word: "Invite again", label: `Invite again: ${email}` },
					{ deed: "withdraw-invitation", word: "Withdraw", label: `Withdraw the invitation of ${email}` },
				]}
				action={action}
			>
				<p>
					<b>{email}</b>, to be {withArticle(role)}
				</p>
				<p className="text-s text-ink-2">
					{by ? `By ${by}, until ` : "Until "}
					<Moment at={expiresAt.toISOString()} form="day-time" />
				</p>
				{mailedAt === null && (
					<p className="tone-unknown mt-2 max-w-measure border-t-2 border-tone bg-wash p-3 text-s">
						{hasPost ? "The mail did not go." : "No mail went: SMTP_URL is not set."} Tell them to sign in with this address at{" "}
						<a href={signInAt}>{signInAt}</a>
					</p>
				)}
			</PeopleOrders>
		</li>
	);
}
