import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categories } from "../lib/catalog/catalog";
import { foldWhole } from "../lib/catalog/search";
import { channels } from "../lib/report";
import { referenceCatalog } from "./world/catalog";

const catalog = referenceCatalog();

function firstFound(query: string): string | undefined {
	return catalog.searchServices(query, 5)[0]?.slug;
}

describe("the list of services", () => {
	it("stands in the order of slugs, each once", () => {
		const slugs = catalog.services.map((service) => service.slug);
		expect(slugs).toEqual([...new Set(slugs)].sort());
	});

	it("has the services everybody waits for", () => {
		for (const slug of ["x", "google", "whatsapp", "facebook", "instagram", "amazon", "apple", "paypal"]) {
			expect(catalog.findService(slug), slug).not.toBeNull();
		}
	});

	it("gives no word to two services", () => {
		const words = catalog.services.flatMap((service) => [
			...new Set([service.slug, service.name, service.domain, ...service.aliases].map(foldWhole)),
		]);
		expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
	});

	it.each(catalog.services.map((service) => [service.slug, service] as const))("%s is well formed", (_, service) => {
		expect(service.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		expect(service.name.trim()).toBe(service.name);
		expect(service.domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
		expect(categories).toContain(service.category);
		expect(service.channels.length).toBeGreaterThan(0);
		expect(service.channels).toEqual(channels.filter((channel) => service.channels.includes(channel)));
		expect([...service.aliases].sort()).toEqual(service.aliases);
		if (service.helpUrl) {
			expect(new URL(service.helpUrl).protocol).toBe("https:");
			expect(`.${new URL(service.helpUrl).host}`.endsWith(`.${service.domain}`)).toBe(true);
		}
	});

	it("gives no two services one domain", () => {
		const domains = catalog.services.map((service) => service.domain);
		expect(domains.filter((domain, index) => domains.indexOf(domain) !== index)).toEqual([]);
	});

	it("has at least twelve services in every category", () => {
		for (const category of categories) {
			expect(catalog.services.filter((service) => service.category === category).length, category).toBeGreaterThanOrEqual(12);
		}
		expect(catalog.services.length).toBeGreaterThanOrEqual(240);
	});

	it.each([
		["Africa", ["m-pesa", "opay", "gtbank", "capitec", "jumia", "ecitizen"]],
		["South Asia", ["paytm", "sbi", "bkash", "easypaisa", "esewa", "flipkart", "aadhaar"]],
		["South-East Asia", ["gcash", "zalo", "tokopedia", "singpass", "maybank", "kasikornbank"]],
		["East Asia", ["wechat", "alipay", "rakuten", "paypay", "toss", "naver"]],
		["Latin America", ["nubank", "mercado-livre", "rappi", "bancolombia", "sat", "yape"]],
		["the Middle East", ["absher", "noon", "careem", "al-rajhi", "e-devlet", "botim"]],
		["Europe", ["n26", "monzo", "digid", "mitid", "allegro", "vinted", "monobank"]],
		["North America", ["chase", "venmo", "login-gov", "rbc", "doordash", "lyft"]],
		["Oceania", ["commbank", "anz", "mygov-australia", "realme"]],
	])("knows what people use in %s", (_, slugs) => expect(slugs.filter((slug) => !catalog.findService(slug))).toEqual([]));
});

describe("meaning a service", () => {
	it.each([
		["Twitter", "x"],
		["twitter.com", "x"],
		["X", "x"],
		["CASH APP", "cash-app"],
		["cashapp", "cash-app"],
		["Télegram", "telegram"],
		["微信", "wechat"],
	])("%s is %s", (word, slug) => expect(catalog.meantService(word)?.slug).toBe(slug));

	it.each(["", " ", "Twiter", "twitt", "com", "-", "x".repeat(100_000)])("%j is no service", (word) =>
		expect(catalog.meantService(word)).toBeNull(),
	);

	it("a slug is exact, an alias is not a slug", () => {
		expect(catalog.findService("x")?.name).toBe("X");
		expect(catalog.findService("X")).toBeNull();
		expect(catalog.findService("twitter")).toBeNull();
	});
});

describe("searching", () => {
	it.each([
		["twitter", "x"],
		["X", "x"],
		["Twiter", "x"],
		["twtter", "x"],
		["twiiter", "x"],
		["Твиттер", "x"],
		["تويتر", "x"],
		["watsap", "whatsapp"],
		["whatsap", "whatsapp"],
		["Whats App", "whatsapp"],
		["whatssap", "whatsapp"],
		["wathsapp", "whatsapp"],
		["facebok", "facebook"],
		["fasebook", "facebook"],
		["facbook", "facebook"],
		["instgram", "instagram"],
		["instagarm", "instagram"],
		["insta", "instagram"],
		["ınstagram", "instagram"],
		["goggle", "google"],
		["gogle", "google"],
		["gmial", "google"],
		["amzon", "amazon"],
		["amazone", "amazon"],
		["aple", "apple"],
		["icloud", "apple"],
		["paypall", "paypal"],
		["pay pal", "paypal"],
		["hotmial", "microsoft"],
		["outlok", "microsoft"],
		["tik tok", "tiktok"],
		["tictok", "tiktok"],
		["ticktock", "tiktok"],
		["snap chat", "snapchat"],
		["linkden", "linkedin"],
		["linked in", "linkedin"],
		["telegramm", "telegram"],
		["disord", "discord"],
		["e-bay", "ebay"],
		["ubre", "uber"],
		["netflx", "netflix"],
		["coin base", "coinbase"],
		["binanace", "binance"],
		["robolox", "roblox"],
		["playstaton", "playstation"],
		["psn", "playstation"],
		["fortnit", "epic-games"],
		["mercado pago", "mercado-livre"],
		["nu bank", "nubank"],
		["login gov", "login-gov"],
		["id me", "id-me"],
		["aadhar", "aadhaar"],
		["adhaar", "aadhaar"],
		["kakao", "kakaotalk"],
		["카카오톡", "kakaotalk"],
		["my twitter code never came", "x"],
	])("%s finds %s first", (query, slug) => expect(firstFound(query)).toBe(slug));

	it("puts the exact name before the beginning of a name, and that before a word within it", () => {
		expect(catalog.searchServices("x", 3).map((service) => service.slug)).toEqual(["x", "microsoft", "xiaomi"]);
		expect(catalog.searchServices("game", 3).map((service) => service.slug)).toEqual(["epic-games", "riot-games", "rockstar"]);
	});

	it("does not take short names for one another", () => {
		expect(catalog.searchServices("ebay", 9).map((service) => service.slug)).toEqual(["ebay", "kleinanzeigen"]);
		expect(catalog.searchServices("uber", 9).map((service) => service.slug)).toEqual(["uber"]);
		expect(firstFound("lime")).toBe("line");
		expect(firstFound("lim")).toBeUndefined();
	});

	it("finds nothing where nothing is meant", () => {
		for (const query of ["", "  ", "?!", "bananas", "www", "zzzzzzzz"]) expect(catalog.searchServices(query, 9)).toEqual([]);
	});

	it("takes the ending of an address for nobody's name", () => {
		expect(catalog.searchServices("com", 9).map((service) => service.slug)).toEqual(["commbank", "commerzbank"]);
	});

	it("keeps to the limit", () => {
		expect(catalog.searchServices("a", 3)).toHaveLength(3);
		expect(catalog.searchServices("a", 0)).toEqual([]);
		expect(catalog.searchServices("a", -1)).toEqual([]);
	});

	it("finds every service first by its slug, name, domain and each alias", () => {
		for (const service of catalog.services) {
			for (const word of [service.slug, service.name, service.domain, ...service.aliases]) {
				expect([word, firstFound(word)]).toEqual([word, service.slug]);
				expect([word, catalog.meantService(word)?.slug]).toEqual([word, service.slug]);
			}
		}
	});

	it("never throws and never repeats a service, whatever is typed", () => {
		const anything = fc.string({ unit: "binary", maxLength: 200 });
		fc.assert(
			fc.property(anything, fc.integer({ min: 0, max: 60 }), (query, limit) => {
				const found = catalog.searchServices(query, limit);
				expect(new Set(found).size).toBe(found.length);
				expect(found.length).toBeLessThanOrEqual(limit);
				catalog.meantService(query);
				catalog.findCarrier(query);
				catalog.findRegion(query);
				catalog.carriersOf(query);
			}),
		);
	});

	it("forgives two neighbouring letters that changed places in any name of seven letters or more", () => {
		const words = catalog.services.map((service) => service.name).filter((name) => !name.includes("."));
		const long = words.map(foldWhole).filter((name) => name.length >= 7);
		fc.assert(
			fc.property(fc.constantFrom(...long), fc.nat(), (name, seed) => {
				const place = seed % (name.length - 1);
				const swapped = name.slice(0, place) + name.charAt(place + 1) + name.charAt(place) + name.slice(place + 2);
				expect(catalog.searchServices(swapped, 3).map((service) => foldWhole(service.name))).toContain(name);
			}),
		);
	});

	it("is quick on hostile queries", () => {
		const started = performance.now();
		for (const query of ["ﷺ".repeat(1_000_000), "a".repeat(1_000_000), "a ".repeat(500_000), "\u0301".repeat(1_000_000)]) {
			catalog.searchServices(query, 9);
		}
		expect(performance.now() - started).toBeLessThan(500);
	});
});

describe("regions", () => {
	it("are the countries and one level below, each once", () => {
		const codes = catalog.regions.map((region) => region.code);
		expect(new Set(codes).size).toBe(codes.length);
		for (const region of catalog.regions) {
			expect(region.code).toMatch(region.parent ? /^[A-Z]{2}-[A-Z0-9]{1,3}$/ : /^[A-Z]{2}$/);
			if (region.parent) expect(catalog.findRegion(region.parent)?.parent).toBeNull();
		}
	});

	it("have English names for countries and are found in either case", () => {
		expect(catalog.findRegion("de")).toMatchObject({ code: "DE", name: "Germany", parent: null });
		expect(catalog.findRegion("us-ca")).toMatchObject({ code: "US-CA", name: "California", parent: "US" });
		expect(catalog.findRegion("XK")?.name).toBe("Kosovo");
		expect(catalog.findRegion("ZZ")).toBeNull();
		expect(catalog.findRegion("FR-75C")).toBeNull();
	});

	it("list the countries by name", () => {
		expect(catalog.countries).toHaveLength(250);
		expect(catalog.countries.slice(0, 2).map((country) => country.name)).toEqual(["Afghanistan", "Åland Islands"]);
	});
});

describe("ids", () => {
	it("lead back to their rows and nowhere else", () => {
		for (const service of catalog.services) expect(catalog.serviceOfId(service.id)).toBe(service);
		for (const carrier of catalog.carriers) expect(catalog.carrierOfId(carrier.id)).toBe(carrier);
		for (const region of catalog.regions) expect(catalog.regionOfId(region.id)).toBe(region);
		expect([catalog.serviceOfId(0), catalog.carrierOfId(-1), catalog.regionOfId(99_999)]).toEqual([null, null, null]);
	});
});
