import { languages } from "@/lib/languages";
import type { WidgetMakerProps } from "./widget-maker";

/** The choice stands in the address, so that it works without scripts and can be handed on. */
export function WidgetChoices({ service, services, theme, language, show }: WidgetMakerProps) {
	return (
		<form method="get" action="/widget" className="grid items-end gap-3 sm:grid-cols-2 wide:grid-cols-[2fr_1fr_1fr_1fr_auto]">
			<label className="grid gap-1 text-s">
				Service
				<select name="service" defaultValue={service.slug} className="field field-choice">
					{services.map(({ slug, name }) => (
						<option key={slug} value={slug}>
							{name}
						</option>
					))}
				</select>
			</label>
			<label className="grid gap-1 text-s">
				Shape
				<select name="show" defaultValue={show} className="field field-choice">
					<option value="banner">Banner</option>
					<option value="compact">One line</option>
				</select>
			</label>
			<label className="grid gap-1 text-s">
				Theme
				<select name="theme" defaultValue={theme} className="field field-choice">
					<option value="auto">The reader’s</option>
					<option value="light">Light</option>
					<option value="dark">Dark</option>
				</select>
			</label>
			<label className="grid gap-1 text-s">
				Language
				<select name="lang" defaultValue={language} className="field field-choice">
					<option value="auto">The reader’s</option>
					{languages.map((one) => (
						<option key={one} value={one} lang={one}>
							{new Intl.DisplayNames(one, { type: "language" }).of(one)}
						</option>
					))}
				</select>
			</label>
			<button type="submit" className="button button-main min-h-12">
				Show
			</button>
		</form>
	);
}
