"use server";
import { keepToken, readOrigin } from "@/app/_http/origin";
import { doneBefore } from "@/app/_http/report-before";
import { sentOf, symptomAfter } from "@/components/report-sent";
import { type Answer, answers, type Done, type ReportState, type Sent } from "@/components/report-state";
import { inputOf, typedOf } from "@/components/report-typed";
import { domainOf } from "@/lib/catalog/domain";
import { house } from "@/lib/house";
import { isRefusal } from "@/lib/refusal";

/**
 * What the form posts to where scripts do not run (where they do, it posts to the API: components/report-post.ts). One
 * action for all that the page asks, so that the answer to the second question still knows the first.
 * Anybody can call it with anything: what is not our form's gets the empty form.
 */
export async function report(before: unknown, form: unknown): Promise<ReportState> {
	if (!(form instanceof FormData)) return { kind: "open", typed: {} };
	if (form.get("intent") !== "after") return sendReport(form);
	const done = doneBefore(before);
	const answer = answers.find((one) => one === form.get("answer"));
	return done && answer ? tellAfter(done, answer) : { kind: "open", typed: typedOf(form) };
}

async function sendReport(form: FormData): Promise<ReportState> {
	const typed = typedOf(form);
	const { intake, catalog, env, readings } = house();
	try {
		// A tick beside another name than the one that is sent now is not meant any more.
		const isSuggested = typed.suggest !== undefined && typed.suggest === domainOf(typed.service ?? "");
		const receive = isSuggested && !catalog.meantService(typed.service ?? "") ? intake.receiveSuggestion : intake.receiveReport;
		const answer = await receive(inputOf(typed), await readOrigin());
		if (isRefusal(answer)) return { kind: "refused", typed, refusal: answer };
		if (answer.token !== null) await keepToken(answer.token, env.PUBLIC_URL);
		// The answer speaks of everybody, this person included: it waits until their report can be read.
		const service = catalog.findService(answer.status.service);
		const status = service ? await readings.statusSoon(service) : answer.status;
		return { kind: "sent", typed, sent: sentOf({ ...answer, status }, service === null) };
	} catch (error) {
		// The person keeps everything and is told whose fault it is.
		house().failed("the form", error);
		return { kind: "broken", typed };
	}
}

async function tellAfter({ typed, sent }: Done, answer: Answer): Promise<ReportState> {
	try {
		const status = answer === "withdrawn" ? await withdrawn(sent) : await amended(sent, symptomAfter(answer, typed));
		return { kind: "answered", typed, sent: { ...sent, status: status ?? sent.status }, answer, kept: status !== null };
	} catch (error) {
		house().failed("the form", error);
		return { kind: "answered", typed, sent, answer, kept: false };
	}
}

/** What everybody says afterwards; null when it was not saved. */
async function amended({ id, receipt, held }: Sent, symptom: string): Promise<Sent["status"] | null> {
	const told = await house().intake.amendReport(id, { receipt, symptom });
	return isRefusal(told) ? null : sentOf(told, held).status;
}

async function withdrawn({ id, receipt, status }: Sent): Promise<Sent["status"] | null> {
	return isRefusal(await house().intake.withdrawReport(id, receipt)) ? null : status;
}
