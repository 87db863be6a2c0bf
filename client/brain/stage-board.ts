import type { Board } from "./run-trial.ts";

/** The elements that trials change, without a renderer in between: what is set now is in the next frame. */
export type BoardElements = {
	readonly stage: HTMLElement;
	readonly digit: HTMLElement;
};

/** The two digits: told apart at a glance, and not by one being more. */
export const DIGITS: readonly [string, string] = ["3", "8"];

/** `data-show` of the stage says what is there, for the style sheet. */
export function createBoard({ stage, digit }: BoardElements): Board {
	const show = (what: string) => {
		stage.dataset["show"] = what;
	};
	return {
		clear: () => {
			show("");
			digit.textContent = "";
		},
		fixate: () => show("fixation"),
		showSearch: () => show("search"),
		showColour: (colour) => {
			stage.dataset["colour"] = String(colour);
			show("square");
		},
		showDigit: (value) => {
			digit.textContent = DIGITS[value];
		},
	};
}
