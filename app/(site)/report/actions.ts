"use server";
import { keepToken, readOrigin } from "@/app/_http/origin";
import { doneBefore } from "@/app/_http/report-before";
import { inputOf, typedOf } from "@/app/_http/report-input";
import type { Done, ReportState, Sent } from "@/components/report-state";
import { domainOf } from "@/lib/catalog/domain";
import { house } from "@/lib/house";
import type { Receipt } from "@/lib/receipt";
import { isRefusal } from "@/lib/refusal";

/**
 * One action for both questions of the page, so that without scripts the answer to the second still knows the first.
 * Anybody can call it with anything: what is not our form's gets the empty form.
 */
export async function report(before: unknown, form: unknown): Promise<ReportState> {
	if (!(form instanceof FormData)) return { kind: "open", typed: {} };
	if (form.get("intent") !== "arrival") return sendReport(form);
	const done = doneBefore(before);
	return done ? tellArrival(done, form) : { kind: "open", typed: typedOf(form) };
}

async function sendReport(form: FormData): Promise<ReportState> {
	const typed = typedOf(form);
	const { intake, catalog, env, readings } = house();
	try {
		// A tick beside another name than the one that is sent now is not meant any more.
		const isSuggested = typed.suggest !== undefined && typed.suggest === domainOf(typed.service ?? "");
		const receive = isSuggested && !catalog.meantService(typed.service ?? "") ? intake.receiveSuggestion : intake.receiveReport;
		const answer = await receive(inputOf(typed, catalog), await readOrigin());
		if (isRefusal(answer)) return { kind: "refused", typed, refusal: answer };
		if (answer.token !== null) await keepToken(answer.token, env.PUBLIC_URL);
		// The answer speaks of everybody, this person included: it waits until their report can be read.
		const service = catalog.findService(answer.status.service);
		return {
			kind: "sent",
			typed,
			sent: { ...sentOf(service ? { ...answer, status: await readings.statusSoon(service) } : answer), held: service === null },
		};
	} catch (error) {
		// The person keeps everything and is told whose fault it is.
		house().failed("the form", error);
		return { kind: "broken", typed };
	}
}

async function tellArrival({ typed, sent }: Done, form: FormData): Promise<ReportState> {
	const arrived = form.get("arrived") === "yes";
	const symptom = arrived ? "late" : (typed.symptom ?? "missing");
	try {
		const answer = await house().intake.amendReport(sent.id, { receipt: sent.receipt, symptom });
		if (isRefusal(answer)) return { kind: "answered", typed, sent, arrived, kept: false };
		return { kind: "answered", typed, sent: { ...sent, status: sentOf(answer).status }, arrived, kept: true };
	} catch (error) {
		house().failed("the form", error);
		return { kind: "answered", typed, sent, arrived, kept: false };
	}
}

function sentOf({ id, receipt, counted, repeatOf, status }: Receipt): Omit<Sent, "held"> {
	const { service, state, restsOn, sentence, channels } = status;
	const told = channels.map(({ channel, failed, missing, answered, expected }) => ({ channel, failed, missing, answered, expected }));
	return { id, receipt, counted, repeatOf, status: { service, state, restsOn, sentence, channels: told } };
}
