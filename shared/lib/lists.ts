/** Inserts `item` at `place`, or at the end if the list is shorter. Makes no array, as `splice` does. */
export function insertAt<Item>(list: Item[], place: number, item: Item): void {
	if (place >= list.length) list.push(item);
	else if (place === 0) list.unshift(item);
	else list.splice(place, 0, item);
}

/** Removes the item at `place`, which there must be. Makes no array where that is the first or the last one. */
export function removeAt<Item>(list: Item[], place: number): void {
	if (place === 0) list.shift();
	else if (place === list.length - 1) list.pop();
	else list.splice(place, 1);
}
