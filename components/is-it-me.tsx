import { ClockCheck } from "./clock-check";
import { Island } from "./island";

/** Before one reports: the four things that are nobody's outage. */
export function IsItMe() {
	return (
		<aside id="checks">
			<h2 className="border-t-2 border-ink pt-3 text-m leading-[1.4]">Before you report: is it me?</h2>
			<ol className="mt-4 grid gap-4 text-s [&_h3]:text-m [&_h3]:leading-[1.35] [&_h3]:tracking-normal [&_p]:text-ink-2 [&>li]:grid [&>li]:gap-0.5 [&>li+li]:border-t [&>li+li]:border-rule [&>li+li]:pt-3">
				<li>
					<h3>Use only the newest code</h3>
					<p>If you asked twice, the first code is probably dead, even if it arrives last.</p>
				</li>
				<li>
					<h3>Do other services’ codes reach you?</h3>
					<p>If none do, look at your phone, your mailbox or your carrier first.</p>
				</li>
				<li>
					<h3>Are short numbers blocked?</h3>
					<p>
						Codes often come from five- or six-digit numbers. Spam filters and some plans stop those. By e-mail: look in the spam folder.
					</p>
				</li>
				<li>
					<h3>Is this device’s clock right?</h3>
					<Island name="clock">
						<ClockCheck />
					</Island>
				</li>
			</ol>
		</aside>
	);
}
