/** One press: which hand, which of its two keys (0 is the left one), and when, by the event's own stamp. */
export type Press = { readonly hand: "left" | "right"; readonly key: 0 | 1; readonly atMs: number };

/** Names of the keys, the left one first. */
export const KEYS: Record<Press["hand"], readonly [string, string]> = { left: ["A", "S"], right: ["K", "L"] };

/**
 * Tells of presses of A, S, K and L and of touches of the four buttons (`data-press="left 0"`) until the
 * returned function is called. Time is the stamp of the event, which is when it happened, not when it was
 * heard of. Keys held down repeat, and count once.
 */
export function listenForPresses(onPress: (press: Press) => void): () => void {
	const onKey = (event: KeyboardEvent) => {
		const place = event.ctrlKey || event.metaKey || event.altKey ? undefined : placeOf(event);
		if (place === undefined) return;
		event.preventDefault();
		if (!event.repeat) onPress({ ...place, atMs: event.timeStamp });
	};
	const onPointer = (event: PointerEvent) => press(event);
	// A button that has the focus is pressed by Enter or a switch: a click without a pointer.
	const onClick = (event: MouseEvent) => {
		if (event.detail === 0) press(event);
	};
	const press = (event: Event) => {
		const button = event.target instanceof Element ? event.target.closest("[data-press]") : null;
		const [hand, key] = button?.getAttribute("data-press")?.split(" ") ?? [];
		if (hand !== "left" && hand !== "right") return;
		onPress({ hand, key: key === "1" ? 1 : 0, atMs: event.timeStamp });
	};
	addEventListener("keydown", onKey);
	addEventListener("pointerdown", onPointer);
	addEventListener("click", onClick);
	return () => {
		removeEventListener("keydown", onKey);
		removeEventListener("pointerdown", onPointer);
		removeEventListener("click", onClick);
	};
}

/** By the letter printed on the key, else by its place. */
function placeOf(event: KeyboardEvent): Pick<Press, "hand" | "key"> | undefined {
	for (const name of [event.key.toUpperCase(), event.code.replace("Key", "")]) {
		for (const hand of ["left", "right"] as const) {
			const key = KEYS[hand].indexOf(name);
			if (key === 0 || key === 1) return { hand, key };
		}
	}
	return undefined;
}
