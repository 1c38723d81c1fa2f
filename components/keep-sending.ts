// When is what waits sent? At once, when the connection comes back, when the page is looked at again, and every so often.
import { sendWaiting } from "./outbox";

const EVERY_MS = 20_000;

/** Sends from now on; the answer ends it. */
export function keepSending(): () => void {
	const send = () => void sendWaiting();
	const looked = () => document.visibilityState === "visible" && send();
	const timer = setInterval(send, EVERY_MS);
	addEventListener("online", send);
	document.addEventListener("visibilitychange", looked);
	send();
	return () => {
		clearInterval(timer);
		removeEventListener("online", send);
		document.removeEventListener("visibilitychange", looked);
	};
}
