// A part of a page that is brought to life by our own script (components/report.browser.tsx) where the server leaves Next's
// out, and by Next where it does not. What it is drawn from lies beside it as data.
import type { ReactNode } from "react";

type IslandProps = { name: "report" | "clock" | "seen"; props?: object; children: ReactNode };

export function Island({ name, props, children }: IslandProps) {
	return (
		<>
			<div id={`island-${name}`}>{children}</div>
			{props && (
				<script
					type="application/json"
					id={`island-${name}-props`}
					// No text of it may end the element early.
					dangerouslySetInnerHTML={{ __html: JSON.stringify(props).replaceAll("<", "\\u003c") }}
				/>
			)}
		</>
	);
}
