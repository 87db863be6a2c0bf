import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import { lessonWords } from "../i18n/words.ts";

/** What the chips of the round that is shown are called, by chip; those without a name by their number. */
export const ChipNames = createContext<readonly string[]>([]);

/** Returns what a chip of the round that is shown is called. */
export function useChipName(): (chip: number) => string {
	const names = useContext(ChipNames);
	return (chip) => names[chip] ?? lessonWords.chip(chip);
}

/** The names of so many chips, the same list as long as they are the same. */
export function useChipNames(count: number): readonly string[] {
	const names = useContext(ChipNames);
	return useMemo(
		() => Array.from({ length: count }, (_, chip) => names[chip] ?? lessonWords.chip(chip)),
		[names, count],
	);
}
