/**
 * The list with `item` at its end. An empty one is not written to but replaced, so that many may share it: few have
 * anything to put into theirs.
 */
export function appended<Item>(list: Item[], item: Item): Item[] {
	if (list.length === 0) return [item];
	list.push(item);
	return list;
}

/** `count` whole numbers from `first` on, in an array made to measure: one that grows has room for many more. */
export function countFrom(first: number, count: number): number[] {
	const numbers = new Array<number>(count);
	for (let index = 0; index < count; index++) numbers[index] = first + index;
	return numbers;
}

/** Inserts `item` at `place`, or at the end if the list is shorter. Makes no array, as `splice` does. */
export function insertAt<Item>(list: Item[], place: number, item: Item): void {
	if (place >= list.length) list.push(item);
	else if (place === 0) list.unshift(item);
	else list.splice(place, 0, item);
}

/**
 * Removes the item at `place`, which there must be. Makes no array where that is the first or the last one. The only
 * one is the last: taken as the first, it would leave a list without the room that it had, and the next makes it anew.
 */
export function removeAt<Item>(list: Item[], place: number): void {
	if (place === list.length - 1) list.pop();
	else if (place === 0) list.shift();
	else list.splice(place, 1);
}
