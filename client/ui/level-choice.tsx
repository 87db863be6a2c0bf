import { LEVELS, type Level } from "#shared/lessons/ids.ts";
import { levelWords } from "../i18n/words.ts";
import { Segmented } from "./segmented.tsx";

type LevelChoiceProps = { label: string; level: Level; onLevel: (level: Level) => void };

/** The levels by name, one of which is chosen. */
export function LevelChoice({ label, level, onLevel }: LevelChoiceProps) {
	const options = LEVELS.map((value) => ({ value, text: levelWords[value].name }));
	return <Segmented label={label} options={options} value={level} onValue={onLevel} />;
}
