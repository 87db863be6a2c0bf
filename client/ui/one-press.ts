/**
 * A key that is held down repeats, and every Enter presses the button that has the focus: it would go through a
 * lesson's phases in a second, or give the same command thirty times. One press is one press.
 */
export function ignoreHeldEnter(): void {
	addEventListener(
		"keydown",
		(event) => {
			const isPress = event.target instanceof Element && event.target.closest("button, summary, a") !== null;
			if (event.repeat && event.key === "Enter" && isPress) event.preventDefault();
		},
		true,
	);
}
