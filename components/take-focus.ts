/** A ref: the form is drawn anew after its post, so the focus is lost; it goes on where the news is. */
export function takeFocus(panel: HTMLElement | null): void {
	panel?.focus();
}
