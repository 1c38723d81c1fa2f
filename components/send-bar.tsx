import { Dashes } from "./brand";
import { StepNumber } from "./step-number";

/** On a phone the button stays under the thumb: it sticks within the form itself. The hidden field is a trap for robots. */
export function SendBar({ isPending }: { isPending: boolean }) {
	return (
		<div className="contents">
			<p className="sr-only" aria-hidden="true">
				<label>
					Leave this empty
					<input name="website" tabIndex={-1} autoComplete="off" />
				</label>
			</p>
			<div
				data-sticks
				className="max-sm:sticky max-sm:bottom-0 max-sm:z-[1] max-sm:-mx-[var(--gutter)] max-sm:border-t max-sm:border-rule max-sm:bg-paper max-sm:px-[var(--gutter)] max-sm:py-2"
			>
				<button type="submit" disabled={isPending} className="button button-main min-h-14 w-full">
					{isPending ? (
						<>
							Sending <Dashes className="h-1 w-13" waiting />
						</>
					) : (
						<span>
							<StepNumber className="">3</StepNumber>
							Send report
						</span>
					)}
				</button>
			</div>
			<p className="-mt-5 text-s text-ink-2">
				We never ask for your number, e-mail address, user name or code. We don’t need them, and what we don’t have can’t leak. Nobody from
				Undelivered will ever contact you.
			</p>
		</div>
	);
}
