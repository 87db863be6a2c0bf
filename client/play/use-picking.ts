import { useState } from "preact/hooks";
import type { Choice } from "../seat/choice.ts";

/** What is picked to be placed, and whether anything ever was. */
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
