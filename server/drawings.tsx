// What is drawn without Next: the embed, and the page for a fault of ours. React draws, nothing of React is sent.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { BrokenPage } from "@/components/broken";
import { WidgetPage, type WidgetProps, type WidgetTheme } from "@/components/widget";

const DOCTYPE = "<!doctype html>";

export type EmbedDrawing = WidgetProps & { theme: WidgetTheme };

export type Drawings = {
	loader: string;
	/** The one script and the one style of every embed. */
	script: string;
	css: string;
	embedPage(drawing: EmbedDrawing): string;
};

/** Reads the widget's style and the bundled browser scripts of the project once, and draws the documents that hold them. */
export function openDrawings(project: string): Drawings {
	const loader = readFileSync(join(project, "build/widget.js"), "utf8");
	const script = readFileSync(join(project, "build/embed.js"), "utf8");
	const css = readFileSync(join(project, "components/widget.css"), "utf8");
	const embedPage = (drawing: EmbedDrawing) => DOCTYPE + renderToStaticMarkup(<WidgetPage {...drawing} css={css} script={script} />);
	return { loader, script, css, embedPage };
}

/** The page for a fault of ours: ours alone, useful without scripts. */
export function brokenPage(nonce: string): string {
	return DOCTYPE + renderToStaticMarkup(<BrokenPage nonce={nonce} />);
}
