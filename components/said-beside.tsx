import type { FlowReading } from "@/lib/flows";
import type { Incident } from "@/lib/incident";
import type { WaitReading } from "@/lib/waits";
import { type ChartFiles, ChartTools } from "./chart-section";
import { FlowTable } from "./flow-table";
import { Section } from "./section";
import { WaitTable } from "./wait-table";

type SaidBesideProps = {
	incident: Incident;
	codes: string;
	flows: FlowReading | null;
	waits: WaitReading | null;
	waitFiles: ChartFiles;
};

/** What people said beside the symptom: told of now alone, since nothing says what they had said by another time. */
export function SaidBeside({ flows, waits, waitFiles, incident, codes }: SaidBesideProps) {
	return (
		<>
			<Section title="What people were trying to do" lead={`What ${codes} were for, and whether they came.`}>
				<FlowTable reading={flows} />
			</Section>
			<Section
				title="How long codes took"
				lead="While it lasted, of a long one the last day; as people said."
				tools={<ChartTools files={waitFiles} source={`/api/v1/incidents/${incident.id}`} />}
			>
				<WaitTable reading={waits} codes={codes} />
			</Section>
		</>
	);
}
