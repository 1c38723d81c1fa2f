import type { ChartFiles } from "@/components/chart-section";
import { addressOfView, type View } from "@/lib/view";

/** The files of a page's chart under the words of its view (server/downloads.tsx). */
export function filesOf(page: string, view: View): ChartFiles {
	const file = (form: string) => addressOfView(`${page}/chart.${form}`, view);
	return { csv: file("csv"), svg: file("svg"), png: file("png") };
}
