import type { Metadata } from "next";
import { Island } from "@/components/island";
import { SeenServices } from "@/components/seen-services";

export const metadata: Metadata = { title: "You are offline", robots: { index: false } };

/** Kept by the worker, and shown in place of any page that cannot be fetched. */
export default function OfflinePage() {
	return (
		<div className="frame grid grid-cols-[minmax(0,48rem)] content-start gap-6 py-8 pb-12">
			<div className="grid gap-2">
				<h1 className="text-xl">You are offline.</h1>
				<p className="max-w-measure">
					This page could not be fetched. Below is what we said when this browser last looked; it may have changed since. A report you fill
					in now is kept on this device and sent when the connection is back.
				</p>
			</div>
			<Island name="seen">
				<SeenServices />
			</Island>
		</div>
	);
}
