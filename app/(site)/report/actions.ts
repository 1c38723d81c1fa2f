"use server";
import { keepToken, readOrigin } from "@/app/_http/origin";
import { inputOf, typedOf } from "@/app/_http/report-input";
import type { ReportState, Sent } from "@/components/report-state";
import { house } from "@/lib/house";
import type { Receipt } from "@/lib/intake";
import { isRefusal } from "@/lib/refusal";

/** One action for both questions of the page, so that without scripts the answer to the second still knows the first. */
export async function report(before: ReportState, form: FormData): Promise<ReportState> {
	return form.get("intent") === "arrival" ? tellArrival(before, form) : sendReport(form);
}

async function sendReport(form: FormData): Promise<ReportState> {
	const typed = typedOf(form);
	const { intake, catalog, env, readings } = house();
	try {
		const answer = await intake.receiveReport(inputOf(typed, catalog), await readOrigin());
		if (isRefusal(answer)) return { kind: "refused", typed, refusal: answer };
		if (answer.token !== null) await keepToken(answer.token, env.PUBLIC_URL);
		// The answer speaks of everybody, this person included: it waits until their report can be read.
		const service = catalog.findService(answer.status.service);
		return { kind: "sent", typed, sent: sentOf(service ? { ...answer, status: await readings.statusSoon(service) } : answer) };
	} catch (error) {
		// The person keeps everything and is told whose fault it is.
		house().failed("the form", error);
		return { kind: "broken", typed };
	}
}

async function tellArrival(before: ReportState, form: FormData): Promise<ReportState> {
	if (before.kind !== "sent" && before.kind !== "answered") return before;
	const arrived = form.get("arrived") === "yes";
	const symptom = arrived ? "late" : (before.typed.symptom ?? "missing");
	try {
		const answer = await house().intake.amendReport(before.sent.id, { receipt: before.sent.receipt, symptom });
		if (isRefusal(answer)) return { ...before, kind: "answered", arrived, kept: false };
		return { kind: "answered", typed: before.typed, sent: { ...before.sent, status: answer.status }, arrived, kept: true };
	} catch (error) {
		house().failed("the form", error);
		return { ...before, kind: "answered", arrived, kept: false };
	}
}

function sentOf({ id, receipt, counted, repeatOf, status }: Receipt): Sent {
	return { id, receipt, counted, repeatOf, status };
}
