// A page of Next's with one script of ours in place of all of Next's: the page stays as it was drawn, what is to live in
// it is brought to life by a tenth of the code. Data and styles stay.

const SCRIPT = /<script\b(?![^>]*\btype="application\/json")[^>]*>[\s\S]*?<\/script>/g;
const SCRIPT_PRELOAD = /<link\b(?=[^>]*\bas="script")[^>]*>/g;

/** `script` is an address of ours, `nonce` what lets it in. */
export function lean(html: string, script: string, nonce: string): string {
	const bare = html.replace(SCRIPT, "").replace(SCRIPT_PRELOAD, "");
	return bare.replace("</head>", `<script src="${script}" nonce="${nonce}" defer=""></script></head>`);
}
