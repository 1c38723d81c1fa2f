import type { Service } from "@/lib/catalog/catalog";
import type { Language } from "@/lib/languages";
import { Section } from "./section";
import { Snippet } from "./snippet";
import { WidgetChoices } from "./widget-choices";

export type WidgetMakerProps = {
	service: Service;
	services: readonly { slug: string; name: string }[];
	theme: "auto" | "light" | "dark";
	language: Language | "auto";
	show: "banner" | "compact";
	publicUrl: string;
};

export function WidgetMaker(props: WidgetMakerProps) {
	const { service, theme, language, show, publicUrl } = props;
	const chosen = {
		...(show === "compact" && { show }),
		...(theme !== "auto" && { theme }),
		...(language !== "auto" && { lang: language }),
	};
	const query = new URLSearchParams(chosen).toString();
	const frame = `/embed/${service.slug}${query && `?${query}`}`;
	const extras = Object.entries(chosen).map(([name, value]) => ` data-${name}="${value}"`);
	return (
		<>
			<Section title="What it shows" lead="Light or dark, and the language, follow the reader unless you choose.">
				<WidgetChoices {...props} />
			</Section>
			<Section title="As it looks now" lead={`Live, with what people report about ${service.name}.`}>
				<iframe
					src={frame}
					title={`The widget for ${service.name}`}
					className={`w-full max-w-measure ${show === "compact" ? "h-24 sm:h-14" : "h-60 sm:h-44"}`}
				/>
			</Section>
			<Section title="Put it on your page" lead="One tag. The frame sizes itself and hides until it has loaded.">
				<Snippet
					label="Script"
					code={`<script async src="${publicUrl}/widget.js" data-service="${service.slug}"${extras.join("")}></script>`}
				/>
			</Section>
			<Section title="Without scripts" lead="A plain frame, a badge, or the numbers for your own drawing.">
				<div className="grid gap-4">
					<Snippet
						label="Frame"
						code={`<iframe src="${publicUrl}${frame}" title="Are codes from ${service.name} arriving?" width="100%" height="170" referrerpolicy="no-referrer" style="border:0"></iframe>`}
					/>
					<Snippet
						label="Badge"
						code={`<a href="${publicUrl}/services/${service.slug}"><img src="${publicUrl}/api/v1/badge/${service.slug}.svg" alt="Codes from ${service.name}"></a>`}
					/>
					<Snippet label="JSON" code={`${publicUrl}/api/v1/services/${service.slug}/status`} />
				</div>
			</Section>
			<Section title="What your page gives away" lead="Nothing about your users.">
				<p className="max-w-measure">
					The frame is loaded without your page’s address, sets no cookie and keeps nothing on the device. Allow{" "}
					<code className="text-s">script-src</code> and <code className="text-s">frame-src</code> for {publicUrl} if your page has a
					content security policy.
				</p>
			</Section>
		</>
	);
}
