import { type Incident, isOpen } from "@/lib/incident";
import { Shape } from "./shape";

/** What a reader should know of reports that look alike, whatever became of the incident. */
export function CampaignNote({ incident }: { incident: Incident }) {
	if (!incident.campaign) return null;
	return (
		<p className="tone-possible flex max-w-measure items-baseline gap-2 py-4">
			<Shape name="possible" className="size-[1.05em] flex-none translate-y-[0.16em] text-tone" />
			<span>
				<b>Looks coordinated.</b> Many of its reports share networks that contradict themselves about where they are and on which carrier.{" "}
				{whoLooked(incident)} <a href="/method#campaign">How we tell</a>
			</span>
		</p>
	);
}

/** Nothing of one that ended by itself, unseen. */
function whoLooked(incident: Incident): string {
	const isSeen = incident.confirmedBy === "moderator" || incident.updates.some(({ by }) => by === "moderator");
	if (isSeen) return "A moderator has looked at it.";
	return isOpen(incident) && incident.confirmedAt === null ? "Numbers alone do not confirm it: a moderator has to look." : "";
}
