import type { TokenKind } from "../../present/kinds.ts";

/**
 * A task's token as the chip's drawing shows it. Shape, glyph and hue give its kind; dashes mean that it is only
 * announced.
 */
export function TokenIcon({ kind, ready }: { kind: TokenKind; ready: boolean }) {
	return (
		<svg
			class={`token token-${kind} ${ready ? "" : "token-announced"}`}
			viewBox="0 0 32 32"
			aria-hidden="true"
		>
			<path class="token-shape" d={SHAPES[kind]} />
			<path class="token-glyph" d={GLYPHS[kind]} />
		</svg>
	);
}

const SHAPES: Readonly<Record<TokenKind, string>> = {
	parallel: "M16 2a14 14 0 1 1 0 28a14 14 0 1 1 0-28z",
	serial: "M10.4 2.4h11.2l8 8v11.2l-8 8H10.4l-8-8V10.4z",
	dividing: "M7 3h18a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z",
	locking: "M7 3h18a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z",
};

const GLYPHS: Readonly<Record<TokenKind, string>> = {
	parallel: "M17.5 7.5 10.8 17.4h4.8L14.3 24.6 21.2 14.6h-4.9z",
	serial: "M13.2 11.2 17 8.4h1.6V24h-3.2V12.4l-2.2 1.4z",
	dividing: "M9.5 9.5h5.6v5.6H9.5zM16.9 9.5h5.6v5.6h-5.6zM9.5 16.9h5.6v5.6H9.5zM16.9 16.9h5.6v5.6h-5.6z",
	locking: "M10 15h12v9H10zM12 15v-2.5a4 4 0 0 1 8 0V15h-2.4v-2.3a1.6 1.6 0 0 0-3.2 0V15z",
};
