type SignInFormProps = { send: (form: FormData) => Promise<void>; isSent: boolean; hasFailed: boolean };

/** The same is said to everybody, so that nobody learns who is a moderator. */
export function SignInForm({ send, isSent, hasFailed }: SignInFormProps) {
	if (isSent)
		return (
			<p role="status" className="max-w-measure text-l">
				If this address belongs to a moderator, a link is on its way. It works once, within 15 minutes.
			</p>
		);
	return (
		<form action={send} className="grid max-w-[24rem] gap-3">
			{hasFailed && (
				<p role="alert" className="tone-failing border-t-2 border-tone bg-wash p-4">
					That did not work. Links are good for 15 minutes and for one use: ask for a new one.
				</p>
			)}
			<label htmlFor="email" className="font-strong">
				Your e-mail address
			</label>
			<input id="email" name="email" type="email" required autoComplete="email" maxLength={200} className="field" />
			<button type="submit" className="button button-main">
				Send me a link
			</button>
		</form>
	);
}
