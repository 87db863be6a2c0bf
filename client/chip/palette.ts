import type { CoreState, TokenKind } from "../present/kinds.ts";

/** Night-blue silicon, and Okabe and Ito's hues, which stay apart for colour-blind eyes. Never the only cue. */
export const COLOUR = {
	background: "#0b111e",
	board: "#0f1728",
	panelTop: "#172240",
	panelBottom: "#111a31",
	dieTop: "#17213c",
	dieBottom: "#111a31",
	dieEdge: "#3a4b78",
	tileTop: "#26345a",
	tileBottom: "#1b2745",
	tileEdge: "#40548a",
	well: "#0c1324",
	line: "#2b3a63",
	lineBright: "#51689f",
	gold: "#d9b25f",
	text: "#eef3ff",
	muted: "#b3c1e4",
	dim: "#8a9ac6",
	ink: "#0d1321",
	sky: "#56b4e9",
	yellow: "#f0e442",
	white: "#ffffff",
} as const;

export const KIND_COLOUR: Readonly<Record<TokenKind, string>> = {
	serial: "#e88fc0",
	parallel: "#e69f00",
	locking: "#56b4e9",
	dividing: "#2cc295",
};

/** Empty bars of the program: the kind's hue, too dark to be taken for work done. */
export const KIND_DARK: Readonly<Record<TokenKind, string>> = {
	serial: "#55304d",
	parallel: "#4d3a14",
	locking: "#1f415c",
	dividing: "#12463a",
};

export const STATE_COLOUR: Readonly<Record<CoreState, string>> = {
	run: "#2cc295",
	cold: "#56b4e9",
	bus: "#e69f00",
	sharing: "#ff8a5c",
	switch: "#f0e442",
	handOut: "#b9a6f0",
	spin: "#e88fc0",
	workWaits: "#ff8a5c",
	serial: "#e88fc0",
	blocked: "#7fb2ff",
	nothing: "#8d9cc6",
	asleep: "#8d9cc6",
};

export const FONT = '"Lexend Variable", "Segoe UI", Roboto, system-ui, sans-serif';
