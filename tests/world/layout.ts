// What is wrong with how a page lies before one's eyes, told without a picture to compare with: words outside the window, cut
// off, over one another, too small or scaled, and colours that are none of ours. Fonts and Chromium may differ; these may not.
import type { Page } from "playwright-core";

/** Nothing is written smaller (app/tokens.css); a drawing's text is measured as it is drawn. */
const TEXT_PX_MIN = 13;
/** Lines of one block reach into each other by their ascenders; words that collide do by more. */
const OVERLAP_PX = 4;
const ROUNDING_PX = 1;

const limits = { smallest: TEXT_PX_MIN, overlap: OVERLAP_PX, rounding: ROUNDING_PX };

/** Each as a sentence; an empty list is a page that lies well. */
export function layoutFaults(page: Page): Promise<string[]> {
	return page.evaluate((limit) => {
		type Written = { element: Element; words: string; box: DOMRect };
		const written = [...wordsOf(document.body)];
		return [...outside(), ...cutOff(), ...overlapping(written), ...tooSmall(written), ...strangeColours(written)];

		/** Every piece of text that is there to be seen, with the boxes of its lines. */
		function* wordsOf(root: Element): Generator<Written> {
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const element = node.parentElement;
				const words = node.textContent?.trim() ?? "";
				if (!element || words === "" || element.closest("script, style, option, datalist, title") || !isSeen(element)) continue;
				const range = document.createRange();
				range.selectNodeContents(node);
				const boxes = element instanceof SVGElement ? [element.getBoundingClientRect()] : [...range.getClientRects()];
				for (const box of boxes) if (box.width > 1 && box.height > 1) yield { element, words, box };
			}
		}

		function isSeen(element: Element): boolean {
			if (element instanceof HTMLDetailsElement && !element.open) return false;
			if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false;
			for (let one: Element | null = element; one; one = one.parentElement) {
				const { clipPath, position, inlineSize, blockSize } = getComputedStyle(one);
				const isForTheEar = position === "absolute" && ((inlineSize === "1px" && blockSize === "1px") || clipPath === "inset(50%)");
				if (isForTheEar) return false;
			}
			return element.getBoundingClientRect().bottom + scrollY > 0;
		}

		function scrolls(element: Element): boolean {
			return ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
		}

		function isInScroller(element: Element): boolean {
			for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) if (scrolls(one)) return true;
			return false;
		}

		function outside(): string[] {
			const over = document.documentElement.scrollWidth - innerWidth;
			const beyond = written.filter(
				({ element, box }) => !isInScroller(element) && (box.left < -limit.rounding || box.right > innerWidth + limit.rounding),
			);
			return [
				...(over > 0 ? [`the page is ${over} px wider than the window`] : []),
				...beyond.map(({ words }) => `outside the window: ${words}`),
			];
		}

		function cutOff(): string[] {
			const blocks = new Set(written.map(({ element }) => element).filter((element) => element instanceof HTMLElement));
			return [...blocks].flatMap((element) => {
				const { overflowX, overflowY } = getComputedStyle(element);
				const isCut =
					(["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + limit.rounding) ||
					(["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight + limit.rounding);
				return isCut ? [`cut off: ${element.textContent?.trim()}`] : [];
			});
		}

		/** What floats over the page by design is left out. */
		function floats(element: Element): boolean {
			for (let one: Element | null = element; one; one = one.parentElement)
				if (["fixed", "sticky"].includes(getComputedStyle(one).position)) return true;
			return false;
		}

		function overlapping(all: readonly Written[]): string[] {
			const still = all.filter(({ element }) => !floats(element)).toSorted((one, other) => one.box.top - other.box.top);
			return still.flatMap((one, place) => {
				const faults: string[] = [];
				for (const other of still.slice(place + 1)) {
					if (other.box.top > one.box.bottom) break;
					const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
					const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
					const isSame = one.element === other.element;
					if (!isSame && wide > limit.overlap && high > limit.overlap) faults.push(`over one another: ${one.words} / ${other.words}`);
				}
				return faults;
			});
		}

		function tooSmall(all: readonly Written[]): string[] {
			return all.flatMap(({ element, words }) => {
				const drawn = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
				const size = Number.parseFloat(getComputedStyle(element).fontSize) * drawn;
				return size < limit.smallest - 0.1 ? [`${size.toFixed(1)} px small: ${words}`] : [];
			});
		}

		/** Text and ground in colours of app/tokens.css alone, as they are at this hour. */
		function strangeColours(all: readonly Written[]): string[] {
			const probe = document.body.appendChild(document.createElement("i"));
			probe.style.transition = "none";
			const names = [...document.styleSheets]
				.flatMap((sheet) => [...sheet.cssRules])
				.flatMap((rule) => [...(rule instanceof CSSStyleRule && rule.selectorText.includes(":root") ? rule.style : [])]);
			const ours = new Set(
				names.flatMap((name) => {
					probe.style.color = "";
					probe.style.color = `var(${name})`;
					return name.startsWith("--") ? [getComputedStyle(probe).color] : [];
				}),
			);
			probe.remove();
			const isOurs = (colour: string) => ours.has(colour) || colour === "rgba(0, 0, 0, 0)";
			return all.flatMap(({ element, words }) => {
				const { color, fill, backgroundColor } = getComputedStyle(element);
				const ink = element instanceof SVGElement ? fill : color;
				return [ink, backgroundColor].filter((colour) => !isOurs(colour)).map((colour) => `${colour} is no colour of ours: ${words}`);
			});
		}
	}, limits);
}
