import { type RefObject, useEffect, useState } from "react";

/** How wide an element is, in whole pixels, as it changes; `null` until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
	const [width, setWidth] = useState<number | null>(null);
	useEffect(() => {
		if (!element.current) return;
		const observer = new ResizeObserver(([entry]) => {
			const measured = Math.round(entry?.contentRect.width ?? 0);
			if (measured > 0) setWidth(measured);
		});
		observer.observe(element.current);
		return () => observer.disconnect();
	}, [element]);
	return width;
}
