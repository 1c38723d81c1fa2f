import type { Metadata } from "next";
import { readLanguage } from "@/app/_http/language";
import { SpeakingForm } from "@/components/form-speech";
import { formPhrasesIn } from "@/components/form-speeches";
import { Island } from "@/components/island";
import { SeenServices } from "@/components/seen-services";

export async function generateMetadata(): Promise<Metadata> {
	const { offline } = await formPhrasesIn(await readLanguage());
	return { title: offline.title.replace(/[.。।]$/u, ""), robots: { index: false } };
}

/** Kept by the worker, and shown in place of any page that cannot be fetched. */
export default async function OfflinePage() {
	const language = await readLanguage();
	const { offline } = await formPhrasesIn(language);
	return (
		<SpeakingForm language={language}>
			<div className="frame grid grid-cols-[minmax(0,48rem)] content-start gap-6 py-8 pb-12">
				<div className="grid gap-2">
					<h1 className="text-xl">{offline.title}</h1>
					<p className="max-w-measure">{offline.text}</p>
				</div>
				<Island name="seen">
					<SeenServices />
				</Island>
			</div>
		</SpeakingForm>
	);
}
