// All the script of the report page: who opens it is locked out, on a phone, and needs no router to fill in a form. Bundled
// by itself, it brings to life what the server drew (server/lean.ts).
import type { ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { ClockCheck } from "./clock-check";
import { ReportForm, type ReportFormProps } from "./report-form";
import type { ReportState } from "./report-state";

hydrate("report", <ReportForm action={async (before): Promise<ReportState> => before} {...propsOfForm()} />);
hydrate("clock", <ClockCheck />);

function hydrate(name: string, island: ReactNode): void {
	const place = document.getElementById(`island-${name}`);
	if (place) hydrateRoot(place, island);
}

/** As the page of this very build wrote them. */
function propsOfForm(): ReportFormProps {
	return JSON.parse(document.getElementById("island-report-props")?.textContent ?? "");
}
