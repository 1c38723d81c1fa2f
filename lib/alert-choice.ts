// Does this person want to be woken? Their own choice, on by default, changed by nobody else.
import { mayDo, type Person } from "./access";
import { type Refusal, refuse } from "./refusal";

export type AlertChoice = {
	/** Refusals: `forbidden`. */
	read(person: Person | null): Promise<boolean | Refusal>;
	/** Refusals: `forbidden`. Twice is once. */
	choose(woken: boolean, person: Person | null): Promise<"done" | Refusal>;
};

type AlertChoiceParts = {
	findChoice(userId: string): Promise<boolean | null>;
	saveChoice(userId: string, woken: boolean): Promise<void>;
};

export function makeAlertChoice(parts: AlertChoiceParts): AlertChoice {
	return {
		async read(person) {
			if (!mayDo(person, "choose-alerts")) return forbidden();
			return (await parts.findChoice(person.id)) ?? true;
		},
		async choose(woken, person) {
			if (!mayDo(person, "choose-alerts")) return forbidden();
			await parts.saveChoice(person.id, woken);
			return "done";
		},
	};
}

function forbidden(): Refusal {
	return refuse("forbidden", "Sign in as a moderator to do that.");
}
