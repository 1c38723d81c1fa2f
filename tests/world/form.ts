// Forms as a browser without scripts posts them: the page's own hidden fields and what a person chose.

/** Posts the report form and gives back the page that answers. */
export async function postForm(server: string, typed: Record<string, string>, given: Record<string, string> = {}): Promise<string> {
	const headers = { "user-agent": "a form without scripts", origin: server, ...given };
	const address = `${server}/report?service=${typed.service}`;
	const page = await (await fetch(address, { headers })).text();
	const hidden = hiddenFields(page, 'enctype="multipart') ?? hiddenFields(page, "<form") ?? {};
	return (await post(address, Object.entries({ ...hidden, ...typed }), headers)).text();
}

/** The hidden fields of the first form of a page that has this in it; `has` is written in small letters. */
export function hiddenFields(page: string, has: string): Record<string, string> | null {
	const form = page.match(/<form[\s\S]*?<\/form>/gi)?.find((one) => one.toLowerCase().includes(has));
	if (form === undefined) return null;
	const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
		attribute(input, "name"),
		attribute(input, "value"),
	]);
	return Object.fromEntries(inputs);
}

/** Posts fields as a form does, in their order, and follows nowhere. */
export function post(address: string, fields: readonly (readonly [string, string])[], headers: Record<string, string>): Promise<Response> {
	const body = new FormData();
	for (const [name, value] of fields) body.append(name, value);
	return fetch(address, { method: "POST", headers, body, redirect: "manual" });
}

function attribute(tag: string, name: string): string {
	const [, value = ""] = tag.match(new RegExp(`\\b${name}="([^"]*)"`)) ?? [];
	return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
