import { Missing } from "./missing";

export function NoSuchIncident() {
	return (
		<div className="frame grid gap-4 py-12">
			<Missing />
			<h1 className="text-xl">We know no incident at this address.</h1>
			<p className="max-w-measure">
				Incidents are never taken away, not even those we were wrong about: the address may have been cut off or mistyped on its way to you.
			</p>
			<p>
				<a href="/incidents">All incidents</a>
			</p>
		</div>
	);
}
