/** A value that changes, and its listeners. They are called after every change, in order of subscription. */
export type ValueStore<Value> = {
	readonly get: () => Value;
	readonly set: (next: Value) => void;
	/** Calls `listener` after every change. Returns a function that stops it. */
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
