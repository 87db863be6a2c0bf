/** Where a student sits, as far as the names on a chip are concerned; -1 for no place. */
type SeatedName = { readonly chip: number; readonly seat: number; readonly name: string };

/**
 * Names by seat on a chip with `seats` seats, the scheduler first; "" for a seat without a student, which a bot
 * plays.
 */
export function namesOfChip(students: readonly SeatedName[], chip: number, seats: number): readonly string[] {
	const names = Array.from({ length: seats }, () => "");
	for (const student of students)
		if (student.chip === chip && student.seat < seats && student.seat >= 0)
			names[student.seat] = student.name;
	return names;
}
