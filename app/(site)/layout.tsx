import type { ReactNode } from "react";
import { readLanguage } from "@/app/_http/language";
import { Footer } from "@/components/footer";
import { Masthead } from "@/components/masthead";
import { Sender } from "@/components/sender";
import { Speaking } from "@/components/speech";
import { speechIn } from "@/components/speeches";

export default async function SiteLayout({ children }: { children: ReactNode }) {
	const language = await readLanguage();
	const { phrases } = await speechIn(language);
	return (
		<Speaking language={language}>
			<a href="#main" className="absolute -top-20 start-4 z-20 bg-raised px-3 py-2 focus:top-2">
				{phrases.nav.skip}
			</a>
			<Masthead phrases={phrases} />
			<main id="main" tabIndex={-1}>
				{children}
			</main>
			<Footer phrases={phrases} />
			<Sender />
		</Speaking>
	);
}
