"use client";
// Interaction: a page that broke can be asked for again without losing one's place.
import { OurFault } from "@/components/our-fault";

export default function PageError({ reset }: { error: Error; reset: () => void }) {
	return <OurFault again={reset} />;
}
