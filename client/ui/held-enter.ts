/**
 * Enter that is held down counts once. Browsers press a button again and again while it is held: whoever rests
 * a finger on it would deal five tasks, or send a class through three phases.
 */
export function ignoreHeldEnter(): void {
	addEventListener(
		"keydown",
		(event) => {
			if (event.key !== "Enter" || !event.repeat || event.target instanceof HTMLTextAreaElement) return;
			event.preventDefault();
		},
		{ capture: true },
	);
}
