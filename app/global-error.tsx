"use client";
// Interaction: even when the frame of the page broke, one can ask again.
import { OurFault } from "@/components/our-fault";
import "./globals.css";

export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
	return (
		<html lang="en">
			<body>
				<OurFault again={reset} />
			</body>
		</html>
	);
}
