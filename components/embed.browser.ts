// Inside the frame: keeps the words up with the live stream, counts their age, and tells the page around its height.
// Whatever fails leaves the last words standing with their age. No cookie, no storage.

/** Words of the same state are fetched again at most this often; another state at once. */
const SAME_STATE_MS = 15_000;
/** Everybody hears at once: each waits a little of its own. */
const SPREAD_MS = 800;

const ago = new Intl.RelativeTimeFormat(`${document.documentElement.lang}-u-nu-latn`, { numeric: "auto" });

let fetchedAt = performance.now();
let isFetching = false;

function follow(): void {
	const stream = new EventSource(`/api/v1/live?service=${encodeURIComponent(document.documentElement.dataset.service ?? "")}`);
	stream.addEventListener("status", (event) => {
		const { state }: { state: string } = JSON.parse(event.data);
		const isNews = state !== document.querySelector<HTMLElement>(".w")?.dataset.state || performance.now() - fetchedAt > SAME_STATE_MS;
		if (!isNews || isFetching) return;
		isFetching = true;
		setTimeout(() => renew().finally(() => (isFetching = false)), Math.random() * SPREAD_MS);
	});
}

/** The server draws; the drawing is put in place around the sentence, which stays the element that is read out. */
async function renew(): Promise<void> {
	try {
		const answer = await fetch(location.href);
		if (!answer.ok) return;
		// Without the style sheet: the policy would refuse to parse it under another nonce.
		const [main = ""] = /<main>.*<\/main>/s.exec(await answer.text()) ?? [];
		const drawn = new DOMParser().parseFromString(main, "text/html");
		const [now, fresh] = [document, drawn].map((page) => page.querySelector(".w-sentence"));
		if (!now?.parentElement || !fresh?.parentElement) return;
		now.parentElement.className = fresh.parentElement.className;
		now.parentElement.dataset.state = fresh.parentElement.dataset.state ?? "";
		if (now.textContent !== fresh.textContent) now.textContent = fresh.textContent;
		now.previousElementSibling?.replaceWith(...siblingsOf(fresh, "previousElementSibling"));
		for (const old of siblingsOf(now, "nextElementSibling")) old.remove();
		now.after(...siblingsOf(fresh, "nextElementSibling"));
		fetchedAt = performance.now();
		tellAge();
	} catch {
		// The words on screen stay, and so does their age.
	}
}

function siblingsOf(element: Element, side: "previousElementSibling" | "nextElementSibling"): Element[] {
	const next = element[side];
	return next ? [next, ...siblingsOf(next, side)] : [];
}

function tellAge(): void {
	const time = document.querySelector("time");
	const seconds = Number(time?.dataset.seconds) + (performance.now() - fetchedAt) / 1000;
	if (time) time.textContent = seconds < 90 ? ago.format(-Math.round(seconds), "second") : ago.format(-Math.round(seconds / 60), "minute");
}

/** A height is no secret: anybody who frames us may know it. */
function tellHeight(): void {
	parent.postMessage({ undelivered: Math.ceil(document.querySelector("main")?.getBoundingClientRect().height ?? 0) }, "*");
}

const main = document.querySelector("main");
if (main) new ResizeObserver(tellHeight).observe(main);
tellHeight();
tellAge();
setInterval(tellAge, 1000);
follow();
