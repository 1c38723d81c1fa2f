// What to do, safest first. A piece held back stays visible, below a dashed rule, with the reason.
import type { Service } from "@/lib/catalog/catalog";
import type { Advice } from "@/lib/status";

/** When nothing is known to fail, the trouble is most likely nearer. */
const ordinary = [
	{ deed: "Wait five minutes before you ask again.", text: "A new code can cancel the one before it." },
	{ deed: "Use only the newest code.", text: "If you asked twice, the first one is probably dead, even if it arrives last." },
	{ deed: "Look where codes get lost.", text: "The spam folder, blocked senders, a full inbox, a phone without signal or in flight mode." },
] as const;

export function AdviceSteps({ service, advice }: { service: Service; advice: readonly Advice[] }) {
	const given = advice.filter((piece) => piece.withheld === null);
	const held = advice.filter((piece) => piece.withheld !== null);
	return (
		<div className="grid gap-6 wide:grid-cols-[minmax(0,1fr)_17rem] wide:gap-12">
			<ol className="grid max-w-measure content-start gap-4">
				{(advice.length === 0 ? ordinary : given).map((piece, place) => (
					<li key={piece.deed} className="grid grid-cols-[2rem_1fr]">
						<span aria-hidden="true" className="text-l leading-[1.2] font-strong text-ink-3">
							{place + 1}
						</span>
						<div>
							<h3 className="text-m leading-[1.4] tracking-normal text-pretty">{piece.deed}</h3>
							<p className="text-ink-2">{piece.text}</p>
						</div>
					</li>
				))}
				{held.map((piece) => (
					<Held key={piece.deed} piece={piece} />
				))}
			</ol>
			<SignedOut service={service} />
		</div>
	);
}

function Held({ piece }: { piece: Advice }) {
	return (
		<li className="grid grid-cols-[2rem_1fr] border-t border-dashed border-rule-strong pt-4">
			<span aria-hidden="true" className="mt-0.5 h-[1.3rem] w-[1.05rem] rounded-slot border-[1.5px] border-dashed border-rule-strong" />
			<div>
				<h3 className="text-m leading-[1.4] tracking-normal">Held back: {piece.deed}</h3>
				<p className="text-ink-2">{piece.withheld}</p>
			</div>
		</li>
	);
}

function SignedOut({ service }: { service: Service }) {
	return (
		<aside className="grid content-start gap-2 border-t-2 border-ink pt-3 text-s">
			<h3 className="text-m leading-[1.4]">Already signed out?</h3>
			<p>If {service.name} offers you another way to get a code, choose that. If not, waiting is the safest thing.</p>
			{service.helpUrl && (
				<p>
					<a href={service.helpUrl} rel="noopener">
						Help from {service.name} itself
					</a>
				</p>
			)}
			<p>Nobody here will ask for your code or password. Anyone who offers to “fix” this for you is after your account.</p>
			<h3 className="mt-3 text-m leading-[1.4]">Or is it me?</h3>
			<p>
				If no service’s codes reach you, look at your phone or carrier first.{" "}
				<a href={`/report?service=${service.slug}#checks`}>Four quick checks</a>
			</p>
		</aside>
	);
}
