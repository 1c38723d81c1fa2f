import type { Person } from "@/lib/access";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/** Whether this person is woken, for their account's page; `null`: it could not be read, or is not theirs to choose. */
export async function presentChoice(person: Person): Promise<boolean | null> {
	try {
		const woken = await house().alertChoice.read(person);
		return isRefusal(woken) ? null : woken;
	} catch (error) {
		house().failed("reading a choice of alerts", error);
		return null;
	}
}
