import { useState } from "preact/hooks";
import type { Choice } from "../seat/choice.ts";

/** What the player has chosen to place, and whether anything was ever chosen. */
export type Picking = {
	readonly choice: Choice | undefined;
	readonly choose: (choice: Choice | undefined) => void;
	readonly hasPicked: boolean;
};

export function usePicking(): Picking {
	const [choice, setChoice] = useState<Choice>();
	const [hasPicked, setHasPicked] = useState(false);
	const choose = (next: Choice | undefined) => {
		setChoice(next);
		if (next !== undefined) setHasPicked(true);
	};
	return { choice, choose, hasPicked };
}
