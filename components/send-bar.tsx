import { Dashes } from "./brand";
import { useFormPhrases } from "./form-speech";
import { StepNumber } from "./step-number";

/** On a phone the button stays under the thumb. The hidden field is a trap for robots: people never see it. */
export function SendBar({ isPending }: { isPending: boolean }) {
	const phrases = useFormPhrases();
	return (
		<div className="grid gap-3">
			<p className="sr-only" aria-hidden="true">
				<label>
					{phrases.leaveEmpty}
					<input name="website" tabIndex={-1} autoComplete="off" />
				</label>
			</p>
			<div className="max-sm:sticky max-sm:bottom-0 max-sm:z-[1] max-sm:-mx-[var(--gutter)] max-sm:border-t max-sm:border-rule max-sm:bg-paper max-sm:px-[var(--gutter)] max-sm:py-2">
				<button type="submit" disabled={isPending} className="button button-main min-h-14 w-full">
					{isPending ? (
						<>
							{phrases.sending} <Dashes className="h-1 w-13" waiting />
						</>
					) : (
						<span>
							<StepNumber className="">3</StepNumber>
							{phrases.send}
						</span>
					)}
				</button>
			</div>
			<p className="text-s text-ink-2">{phrases.neverAsked}</p>
		</div>
	);
}
