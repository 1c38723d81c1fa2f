// All the script of the report page and of the page without a connection: who opens them is locked out, on a phone, and needs
// no router to fill in a form. Bundled by itself, it brings to life what the server drew (server/lean.ts).
import type { ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
import { languageNamed } from "@/lib/languages";
import { ClockCheck } from "./clock-check";
import { installWorker } from "./install-worker";
import { keepSending } from "./keep-sending";
import { Linking } from "./linking";
import { ReportForm, type ReportFormProps } from "./report-form";
import type { ReportState } from "./report-state";
import { SeenServices } from "./seen-services";

const form = document.getElementById("island-report-props");
if (form) hydrate("report", <ReportForm action={async (before): Promise<ReportState> => before} {...propsIn(form)} />);
else keepSending();
hydrate("clock", <ClockCheck />);
hydrate("seen", <SeenServices />);
installWorker();

function hydrate(name: string, island: ReactNode): void {
	const place = document.getElementById(`island-${name}`);
	const named = languageNamed(new URLSearchParams(location.search).get("lang") ?? "");
	if (place) hydrateRoot(place, <Linking language={named}>{island}</Linking>);
}

/** As the page of this very build wrote them. */
function propsIn(form: HTMLElement): ReportFormProps {
	return JSON.parse(form.textContent ?? "");
}
