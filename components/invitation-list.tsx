import { type PeopleRoom, withArticle } from "@/lib/people";
import { Moment } from "./moment";
import { type PeopleAction, PeopleOrderButton } from "./people-order";

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
		<li className="grid gap-x-6 gap-y-2 border-b border-rule py-3 first:pt-0 last:border-0 sm:grid-cols-[minmax(0,1fr)_auto]">
			<div className="wrap-anywhere">
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
			</div>
			<div className="flex flex-wrap content-start gap-2">
				<PeopleOrderButton order={{ deed: "invite", email, role }} word="Invite again" label={`Invite again: ${email}`} action={action} />
				<PeopleOrderButton
					order={{ deed: "withdraw-invitation", id, seen: role }}
					word="Withdraw"
					label={`Withdraw the invitation of ${email}`}
					action={action}
				/>
			</div>
		</li>
	);
}
