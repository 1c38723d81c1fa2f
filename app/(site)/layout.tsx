import type { ReactNode } from "react";
import { Footer } from "@/components/footer";
import { Masthead } from "@/components/masthead";

export default function SiteLayout({ children }: { children: ReactNode }) {
	return (
		<>
			<a href="#main" className="absolute -top-20 start-4 z-20 bg-raised px-3 py-2 focus:top-2">
				Skip to the page
			</a>
			<Masthead />
			<main id="main" tabIndex={-1}>
				{children}
			</main>
			<Footer />
		</>
	);
}
