import { PASSKEYS_MAX } from "@/lib/account";
import { type AccountAction, AccountDeedForm } from "./account-deed";
import { Moment } from "./moment";
import { PasskeyButton } from "./passkey-button";

type Passkey = { id: string; device: string; isBackedUp: boolean; addedAt: Date; lastUsedAt: Date | null };

/** One's passkeys, each with the way to remove it, and the way to add one. */
export function PasskeyList({ passkeys, action }: { passkeys: readonly Passkey[]; action: AccountAction }) {
	return (
		<div className="grid max-w-measure gap-6">
			{passkeys.length === 0 && <p>You have none yet. Add one on each device you work on.</p>}
			{passkeys.length > 0 && (
				<ul className="grid gap-4">
					{passkeys.map((passkey) => (
						<li key={passkey.id} className="grid gap-2 border-t border-rule pt-4 first:border-t-0 first:pt-0">
							<PasskeyFacts passkey={passkey} />
							<details>
								<summary className="min-h-11 content-center text-s font-mid text-act">
									Remove it<span className="sr-only">: {passkey.device}</span>
								</summary>
								<p className="mb-2 text-s text-ink-2">It signs nobody in from then on. You can always sign in with a link.</p>
								<AccountDeedForm deed="remove-passkey" id={passkey.id} label="Yes, remove this passkey" action={action} />
							</details>
						</li>
					))}
				</ul>
			)}
			{passkeys.length < PASSKEYS_MAX ? (
				<PasskeyButton action="register" label="Add a passkey" leadsTo="/desk/account?done=add-passkey" className="justify-self-start" />
			) : (
				<p>You have {PASSKEYS_MAX} passkeys. Remove one to add another.</p>
			)}
			<p className="text-s text-ink-2">
				Your device makes it and keeps its secret half; we keep the public half. It asks for your finger, your face or a PIN each time.
			</p>
		</div>
	);
}

function PasskeyFacts({ passkey: { device, isBackedUp, addedAt, lastUsedAt } }: { passkey: Passkey }) {
	return (
		<div>
			<p className="font-strong">{device}</p>
			<p className="text-s text-ink-2">
				Added <Moment at={addedAt.toISOString()} form="day-time" />,{" "}
				{lastUsedAt ? (
					<>
						last used <Moment at={lastUsedAt.toISOString()} form="day-time" />
					</>
				) : (
					"not used yet"
				)}
				{isBackedUp && ". Your device keeps it in step with your others"}.
			</p>
		</div>
	);
}
