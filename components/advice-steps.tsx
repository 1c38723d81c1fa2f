// What to do, safest first. A piece held back stays visible, below a dashed rule, with the reason.
import type { Service } from "@/lib/catalog/catalog";
import type { Advice } from "@/lib/status";
import { useSpeech } from "./speech";

export function AdviceSteps({ service, advice }: { service: Service; advice: readonly Advice[] }) {
	const { ordinary } = useSpeech().phrases.advice;
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
	const { heldBack } = useSpeech().phrases.advice;
	return (
		<li className="grid grid-cols-[2rem_1fr] border-t border-dashed border-rule-strong pt-4">
			<span aria-hidden="true" className="mt-0.5 h-[1.3rem] w-[1.05rem] rounded-slot border-[1.5px] border-dashed border-rule-strong" />
			<div>
				<h3 className="text-m leading-[1.4] tracking-normal">
					{heldBack} {piece.deed}
				</h3>
				<p className="text-ink-2">{piece.withheld}</p>
			</div>
		</li>
	);
}

function SignedOut({ service }: { service: Service }) {
	const { advice } = useSpeech().phrases;
	return (
		<aside className="grid content-start gap-2 border-t-2 border-ink pt-3 text-s">
			<h3 className="text-m leading-[1.4]">{advice.signedOut}</h3>
			<p>{advice.otherWay(service.name)}</p>
			{service.helpUrl && (
				<p>
					<a href={service.helpUrl} rel="noopener">
						{advice.helpFrom(service.name)}
					</a>
				</p>
			)}
			<p>{advice.nobodyAsks}</p>
			<h3 className="mt-3 text-m leading-[1.4]">{advice.orMe}</h3>
			<p>
				{advice.lookNearer} <a href={`/report?service=${service.slug}#checks`}>{advice.checks}</a>
			</p>
		</aside>
	);
}
