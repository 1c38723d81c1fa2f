"use client";
// Interaction: trying again after a fault of ours.
export function OurFault({ again }: { again: () => void }) {
	return (
		<main className="frame grid justify-items-start gap-4 py-12">
			<h1 className="text-xl">Something broke on our side.</h1>
			<p className="max-w-measure">It is not you, and it says nothing about the service you came for. Nothing you sent before is lost.</p>
			<button type="button" onClick={again} className="button button-main">
				Try again
			</button>
			<a href="/">Overview</a>
		</main>
	);
}
