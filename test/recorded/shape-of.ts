/** By place, as "threads[].spec", the fields that every object has which stands there. */
export type Shape = Map<string, ReadonlySet<string>>;

/** Adds what `value` shows of the shape; objects with a `type` count by it. */
export function addShape(shape: Shape, value: unknown, place = ""): void {
	if (Array.isArray(value)) {
		for (const item of value) addShape(shape, item, `${place}[]`);
	} else if (typeof value === "object" && value !== null) {
		const own = "type" in value ? `${place}:${value.type}` : place;
		const known = shape.get(own);
		const parts = Object.entries(value).filter(([, part]) => part !== undefined);
		shape.set(own, new Set(parts.map(([field]) => field).filter((field) => known?.has(field) ?? true)));
		for (const [field, part] of parts) addShape(shape, part, `${own}.${field}`);
	}
}

/** Fields of `whole` that `other` lacks, at places that both have. */
export function lackingIn(other: Shape, whole: Shape): string[] {
	return [...whole].flatMap(([place, fields]) => {
		const found = other.get(place);
		if (found === undefined) return [];
		return [...fields].filter((field) => !found.has(field)).map((field) => `${place}.${field}`);
	});
}
