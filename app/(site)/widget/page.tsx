import type { Metadata } from "next";
import { foundAs } from "@/app/_http/found";
import { PageTitle } from "@/components/prose";
import { WidgetMaker } from "@/components/widget-maker";
import { house } from "@/lib/house";
import { languages } from "@/lib/languages";

export const metadata: Metadata = foundAs({
	path: "/widget",
	title: "Widget",
	description: "Show on your own sign-in page whether your codes arrive.",
});

type Query = Record<string, string | string[] | undefined>;

/** What a widget may be made of stands in the address; a word nobody knows is as good as none. */
export default async function WidgetPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const { catalog, env } = house();
	const service = (typeof query.service === "string" ? catalog.meantService(query.service) : null) ?? catalog.services[0];
	return (
		<div className="frame">
			<PageTitle
				title="The widget, on your own sign-in page"
				lead="A few kilobytes, no cookie, no storage, nothing from anyone else. It says what people report and links to the form without containing it. If it can’t load, your page looks as if it had never been there."
			/>
			{service && (
				<WidgetMaker
					service={service}
					services={catalog.services.map(({ slug, name }) => ({ slug, name }))}
					theme={query.theme === "light" || query.theme === "dark" ? query.theme : "auto"}
					language={languages.find((language) => language === query.lang) ?? "auto"}
					show={query.show === "compact" ? "compact" : "banner"}
					publicUrl={env.PUBLIC_URL}
				/>
			)}
		</div>
	);
}
