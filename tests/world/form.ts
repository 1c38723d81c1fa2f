// The report form as a browser without scripts posts it: the page's own hidden fields and what a person chose.

/** Posts the form and gives back the page that answers. */
export async function postForm(server: string, typed: Record<string, string>, given: Record<string, string> = {}): Promise<string> {
	const headers = { "user-agent": "a form without scripts", origin: server, ...given };
	const page = await (await fetch(`${server}/report?service=${typed.service}`, { headers })).text();
	const [form = ""] = page.match(/<form[^>]*enctype="multipart[\s\S]*?<\/form>/i) ?? page.match(/<form[\s\S]*?<\/form>/) ?? [];
	const body = new FormData();
	for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
		body.append(attribute(input, "name"), attribute(input, "value"));
	}
	for (const [name, value] of Object.entries(typed)) body.set(name, value);
	const answer = await fetch(`${server}/report?service=${typed.service}`, { method: "POST", headers, body });
	return answer.text();
}

function attribute(tag: string, name: string): string {
	const [, value = ""] = tag.match(new RegExp(`\\b${name}="([^"]*)"`)) ?? [];
	return value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
