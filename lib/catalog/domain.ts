// Which public domain does a typed address name? Only its spelling is judged: nobody is asked whether it exists.

/** A DNS name ends there (RFC 1035); what is longer names nobody. */
const DOMAIN_LENGTH_MAX = 253;
/** Names that never lead to a public service (RFC 2606, RFC 6761, RFC 6762), and bare suffixes of addresses. */
const PRIVATE = /\.(local|localhost|internal|intranet|lan|home|corp|test|invalid|example|onion|arpa)$/u;
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/u;
/** A last label of letters, or an internationalised one: never a number, so no address of the network passes. */
const LAST_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/u;

/**
 * `https://www.Example.org:443/login?x` → `example.org`, `bücher.de` → `xn--bcher-kva.de`. `null` for anything that is no
 * public domain: an address of the network, `localhost`, one label alone, an e-mail address, a sentence.
 */
export function domainOf(typed: string): string | null {
	const address = typed.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//iu, "");
	if (address.length > 2 * DOMAIN_LENGTH_MAX || /[\s@\\]/u.test(address) || !URL.canParse(`http://${address}`)) return null;
	const domain = new URL(`http://${address}`).hostname.replace(/\.$/u, "").replace(/^www\.(?=.*\.)/u, "");
	return isPublic(domain) ? domain : null;
}

/** Whether `domain` is `of` itself or lies below it. */
export function isWithin(domain: string, of: string): boolean {
	return domain === of || domain.endsWith(`.${of}`);
}

function isPublic(domain: string): boolean {
	const labels = domain.split(".");
	if (domain.length > DOMAIN_LENGTH_MAX || labels.length < 2 || PRIVATE.test(domain)) return false;
	return labels.every((label) => LABEL.test(label)) && LAST_LABEL.test(labels.at(-1) ?? "");
}
