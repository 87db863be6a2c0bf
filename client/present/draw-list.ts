/**
 * One picture: sprites in painter's order. `frame` names a picture of the atlas; x and y are where its origin goes,
 * in CSS pixels. Rows are reused from frame to frame, so only the first `count` are valid.
 */
type Sprite = {
	frame: string;
	x: number;
	y: number;
	scaleX: number;
	scaleY: number;
	alpha: number;
};

export type DrawList = { readonly sprites: Sprite[]; count: number };

export function createDrawList(): DrawList {
	return { sprites: [], count: 0 };
}

export function put(
	list: DrawList,
	frame: string,
	x: number,
	y: number,
	alpha = 1,
	scaleX = 1,
	scaleY = scaleX,
): void {
	const sprite = list.sprites[list.count];
	if (sprite === undefined) {
		list.sprites.push({ frame, x, y, scaleX, scaleY, alpha });
	} else {
		sprite.frame = frame;
		sprite.x = x;
		sprite.y = y;
		sprite.scaleX = scaleX;
		sprite.scaleY = scaleY;
		sprite.alpha = alpha;
	}
	list.count++;
}

/** Side of the plain squares that are stretched into bars and lines. */
export const PLAIN_SIDE = 8;

/** Adds a plain rectangle in one of the atlas' colours. */
export function putBar(
	list: DrawList,
	colour: string,
	x: number,
	y: number,
	width: number,
	height: number,
	alpha = 1,
): void {
	put(list, `plain-${colour}`, x, y, alpha, width / PLAIN_SIDE, height / PLAIN_SIDE);
}

/** Characters that numbers are made of. The point is drawn as the language writes it. */
export const GLYPHS = "0123456789.+s";

/** Width of a character as a multiple of its height. All digits are equally wide, so that numbers do not wobble. */
export function advanceOf(glyph: string): number {
	return glyph === "." ? 0.3 : 0.64;
}

export type NumberStyle = {
	readonly size: number;
	/** Its left edge, middle or right edge, depending on `align`. */
	readonly x: number;
	/** Its vertical middle. */
	readonly y: number;
	readonly align: "left" | "middle" | "right";
	readonly alpha?: number;
	/** Dark, for bright backgrounds. */
	readonly ink?: boolean;
};

/** Adds a number, glyph by glyph. */
export function putNumber(list: DrawList, text: string, style: NumberStyle): void {
	const { size, x, y, align, alpha = 1, ink = false } = style;
	let width = 0;
	for (const glyph of text) width += advanceOf(glyph) * size;
	let left = align === "left" ? x : align === "middle" ? x - width / 2 : x - width;
	const set = ink ? `ink-${size}` : `glyph-${size}`;
	for (const glyph of text) {
		const step = advanceOf(glyph) * size;
		put(list, `${set}-${glyph}`, left + step / 2, y, alpha);
		left += step;
	}
}

/** Seconds with one decimal, as tasks show them. */
export function tenths(seconds: number): string {
	return seconds.toFixed(1);
}
