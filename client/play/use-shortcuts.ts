import { useEffect, useRef } from "preact/hooks";
import { type Intent, intentOfKey } from "../seat/intents.ts";

/** Listens to the keys of the play page, except while something is typed, with a modifier, or behind a dialogue. */
export function useShortcuts(onIntent: (intent: Intent) => void): void {
	const current = useRef(onIntent);
	current.current = onIntent;
	useEffect(() => {
		function listen(event: KeyboardEvent) {
			if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
			const target = event.target instanceof Element ? event.target : document.body;
			if (target.closest("input:not([type=radio]), textarea, select, dialog[open]") !== null) return;
			const intent = intentOfKey(event.key);
			if (intent === undefined) return;
			event.preventDefault();
			current.current(intent);
		}
		addEventListener("keydown", listen);
		return () => removeEventListener("keydown", listen);
	}, []);
}
