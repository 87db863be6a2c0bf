import { useEffect, useState } from "preact/hooks";
import type { Readable } from "./store.ts";

/** The store's value. The component is rendered again whenever it changes. */
export function useStore<Value>(store: Readable<Value>): Value {
	const [value, setValue] = useState(() => store.get());
	useEffect(() => {
		const follow = (next: Value) => setValue(() => next);
		// The value may have changed between rendering and this effect.
		follow(store.get());
		return store.subscribe(follow);
	}, [store]);
	return value;
}
