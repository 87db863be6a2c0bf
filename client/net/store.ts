/** A value that changes, and who wants to know. Listeners are told after every change, in order of subscribing. */
export type ValueStore<Value> = {
	readonly get: () => Value;
	readonly set: (next: Value) => void;
	/** Returns the way to stop listening. */
	readonly subscribe: (listener: (value: Value) => void) => () => void;
};

/** A store as its readers see it. */
export type Readable<Value> = Pick<ValueStore<Value>, "get" | "subscribe">;

export function createStore<Value>(initial: Value): ValueStore<Value> {
	let value = initial;
	const listeners = new Set<(value: Value) => void>();
	return {
		get: () => value,
		set: (next) => {
			if (Object.is(next, value)) return;
			value = next;
			for (const listener of [...listeners]) listener(value);
		},
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
