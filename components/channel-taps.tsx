import type { Service } from "@/lib/catalog/catalog";
import type { Channel } from "@/lib/report";
import { useFormPhrases } from "./form-speech";
import { FieldProblem } from "./problem";
import type { ReportState } from "./report-state";
import { StepNumber } from "./step-number";

type ChannelTapsProps = { channels: readonly Channel[]; service: Service | null; chosen: string | undefined; state: ReportState };

/** Ways a service is not known to offer hide behind "Another way": the catalogue may be behind. */
export function ChannelTaps({ channels, service, chosen, state }: ChannelTapsProps) {
	const { how, anotherWay } = useFormPhrases();
	const usual = service ? service.channels : ordinary;
	const others = channels.filter((channel) => !usual.includes(channel));
	return (
		<fieldset aria-describedby="channel-problem">
			<legend className="leading-[1.35] font-strong">
				<StepNumber>1</StepNumber>
				{how}
			</legend>
			<div className="mt-3 grid grid-cols-2 gap-2">
				{usual.map((channel) => (
					<ChannelTap key={channel} channel={channel} chosen={chosen} />
				))}
			</div>
			{others.length > 0 && (
				<details className="mt-2" open={others.some((channel) => channel === chosen)}>
					<summary className="inline-flex min-h-11 items-center py-2 font-mid text-act">{anotherWay}</summary>
					<div className="grid grid-cols-2 gap-2">
						{others.map((channel) => (
							<ChannelTap key={channel} channel={channel} chosen={chosen} />
						))}
					</div>
				</details>
			)}
			<FieldProblem state={state} field="channel" id="channel-problem" />
		</fieldset>
	);
}

/** What most services use, while none is chosen. */
const ordinary: readonly Channel[] = ["sms", "call", "email", "authenticator", "push", "backup"];

function ChannelTap({ channel, chosen }: { channel: Channel; chosen: string | undefined }) {
	const { name, hint } = useFormPhrases().channels[channel];
	return (
		<label className="tap">
			<input type="radio" name="channel" value={channel} required defaultChecked={chosen === channel} />
			<span>{name}</span>
			{hint && <small>{hint}</small>}
		</label>
	);
}
