import type { ChartFiles } from "@/components/chart-section";
import { addressOfView, type View } from "@/lib/view";

/** The files of one of a page's charts under the words of its view (server/downloads.tsx). */
export function filesOf(chart: `${string}/${"chart" | "waits"}`, view: View): ChartFiles {
	const file = (form: string) => addressOfView(`${chart}.${form}`, view);
	return { csv: file("csv"), svg: file("svg"), png: file("png") };
}
