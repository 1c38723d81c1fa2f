// Room for one's own services, made before the page is first drawn: what is filled in later moves nothing that somebody
// reads. The script knows how many are kept and nothing else.
import type { Overview } from "@/lib/overview";
import { KEPT_KEY, KEPT_MAX } from "./kept-services";
import { MyServices } from "./my-services";

/** Rows in one, two and three columns, as the list has them. */
const MAKE_ROOM = `try{var count=Math.min(${KEPT_MAX},JSON.parse(localStorage.getItem("${KEPT_KEY}")).length);if(count)[1,2,3].forEach(function(columns){
document.getElementById("my-services").style.setProperty("--rows-"+columns,Math.ceil(count/columns))})}catch(nothing){}`;

export function MyServicesRoom({ overview, nonce }: { overview: Overview; nonce: string }) {
	const told = overview.services.filter(({ state, restsOn }) => state !== "calm" || restsOn !== "silence");
	const silent = overview.services.filter((service) => !told.includes(service));
	return (
		<>
			<div
				id="my-services"
				className="min-h-[calc(var(--rows-1)*2.75rem+3.8rem)] sm:min-h-[calc(var(--rows-2)*2.75rem+3.8rem)] wide:min-h-[calc(var(--rows-3)*2.75rem+3.8rem)]"
				suppressHydrationWarning
			>
				<MyServices
					isKnown={overview.known}
					told={overview.known ? told.map(({ slug, state, restsOn }) => ({ slug, state, restsOn })) : []}
					silent={silent.map(({ slug }) => slug).join(" ")}
				/>
			</div>
			<script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: MAKE_ROOM }} />
		</>
	);
}
