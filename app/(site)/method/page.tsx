import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { Credits } from "@/components/credits";
import { MethodText } from "@/components/method-text";
import { PageTitle } from "@/components/prose";
import { house } from "@/lib/house";

export const metadata: Metadata = foundAs({
	path: "/method",
	title: "How we know",
	description: "How reports are counted, when we say that codes fail, and what we never claim.",
});

export default function MethodPage() {
	const { FALSE_ALARMS_PER_DAY } = house().env;
	return (
		<div className="frame">
			<PageTitle
				title="How we know"
				lead="We only know what people tell us. This is how we count it, when we say that codes fail, and what we never claim."
			/>
			<MethodText falseAlarmsPerDay={FALSE_ALARMS_PER_DAY} />
			<Credits />
		</div>
	);
}
