import type { ReactNode } from "react";
import { readLanguage, readNamedLanguage } from "@/app/_http/language";
import { Footer } from "@/components/footer";
import { Linking } from "@/components/linking";
import { Masthead } from "@/components/masthead";
import { Sender } from "@/components/sender";
import { Speaking } from "@/components/speech";
import { speechIn } from "@/components/speeches";

export default async function SiteLayout({ children }: { children: ReactNode }) {
	const language = await readLanguage();
	const [{ phrases }, named] = await Promise.all([speechIn(language), readNamedLanguage()]);
	return (
		<Speaking language={language}>
			<Linking language={named}>
				<a href="#main" className="absolute -top-20 start-4 z-20 bg-raised px-3 py-2 focus:top-2">
					{phrases.nav.skip}
				</a>
				<Masthead phrases={phrases} language={named} />
				<main id="main" tabIndex={-1}>
					{children}
				</main>
				<Footer phrases={phrases} />
				<Sender />
			</Linking>
		</Speaking>
	);
}
