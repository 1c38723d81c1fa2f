import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { PrivacyText } from "@/components/privacy-text";
import { PageTitle } from "@/components/prose";
import { house } from "@/lib/house";

export const metadata: Metadata = foundAs({
	path: "/privacy",
	title: "Privacy",
	description: "What is kept of a report, for how long, and what we cannot know.",
});

export default function PrivacyPage() {
	return (
		<div className="frame">
			<PageTitle title="Privacy" lead="What we keep, what we never have, and what somebody with our database could find out." />
			<PrivacyText retainDays={house().env.RETAIN_DAYS} />
		</div>
	);
}
