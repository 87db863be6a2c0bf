import { type GameObjects, Scene } from "phaser";
import type { DrawList } from "../present/draw-list.ts";
import { type BakedFrame, bakeAtlas, bakeBoard } from "./bake.ts";
import type { FramePlan } from "./frame-plan.ts";
import type { Context } from "./paint.ts";

/** What the scene shows. It decides nothing itself. */
export type Picture = {
	/** Device pixels per CSS pixel. */
	readonly pixelRatio: number;
	/** Called before a stage of this many CSS pixels is baked; says what to bake. */
	readonly prepare: (
		width: number,
		height: number,
	) => { paintBoard: (context: Context) => void; atlas: FramePlan[] };
	/** The sprites of this frame; undefined while there is nothing to show. */
	readonly frame: () => DrawList | undefined;
};

/** Brings draw lists onto the screen with pooled images: the n-th image shows the n-th sprite. */
export class ChipScene extends Scene {
	readonly #picture: Picture;
	readonly #pool: GameObjects.Image[] = [];
	#shown = 0;
	#board: GameObjects.Image | undefined;
	#frames = new Map<string, BakedFrame>();
	#generation = 0;

	constructor(picture: Picture) {
		super("chip");
		this.#picture = picture;
	}

	create(): void {
		this.bake();
	}

	/** Paints everything anew: after a change of size, names or words. */
	bake(): void {
		const { pixelRatio, prepare } = this.#picture;
		const { width, height } = this.scale;
		const { paintBoard, atlas } = prepare(width / pixelRatio, height / pixelRatio);
		const old = this.#generation;
		this.#generation++;
		bakeBoard(this.textures, this.#key("board"), width, height, pixelRatio, paintBoard);
		this.#frames = bakeAtlas(this.textures, this.#key("atlas"), atlas, pixelRatio);
		this.#board?.destroy();
		for (const image of this.#pool) image.destroy();
		this.#pool.length = 0;
		this.#shown = 0;
		this.#board = this.add.image(0, 0, this.#key("board")).setOrigin(0);
		if (old > 0) for (const name of ["board", "atlas"]) this.textures.remove(`${name}-${old}`);
	}

	/** Paints only what stands still anew: names. */
	bakeBoard(): void {
		const { pixelRatio, prepare } = this.#picture;
		const { width, height } = this.scale;
		const { paintBoard } = prepare(width / pixelRatio, height / pixelRatio);
		const key = this.#key("board");
		this.#board?.destroy();
		this.textures.remove(key);
		bakeBoard(this.textures, key, width, height, pixelRatio, paintBoard);
		this.#board = this.add.image(0, 0, key).setOrigin(0);
		this.children.sendToBack(this.#board);
	}

	override update(): void {
		const list = this.#picture.frame();
		if (list === undefined || this.#board === undefined) return;
		for (let index = 0; index < list.count; index++) this.#show(list, index);
		for (let index = list.count; index < this.#shown; index++) this.#pool[index]?.setVisible(false);
		this.#shown = list.count;
	}

	#show(list: DrawList, index: number): void {
		const sprite = list.sprites[index];
		if (sprite === undefined) return;
		const { pixelRatio } = this.#picture;
		const frame = this.#frames.get(sprite.frame);
		if (frame === undefined) throw new Error(`the atlas has no picture ${sprite.frame}`);
		let image = this.#pool[index];
		if (image === undefined) {
			image = this.add.image(0, 0, this.#key("atlas"), sprite.frame).setOrigin(0);
			this.#pool.push(image);
		} else if (image.frame.name !== sprite.frame) {
			image.setFrame(sprite.frame, false, false);
		}
		const stretched = sprite.scaleX !== sprite.scaleY;
		const scaleX = sprite.scaleX * frame.enlarge;
		const scaleY = sprite.scaleY * frame.enlarge;
		const x = sprite.x * pixelRatio - frame.originX * scaleX;
		const y = sprite.y * pixelRatio - frame.originY * scaleY;
		// Whole pixels keep letters crisp; a bar's ends need the fraction.
		image.setPosition(stretched ? x : Math.round(x), stretched ? y : Math.round(y));
		image.setScale(scaleX, scaleY);
		image.alpha = sprite.alpha;
		if (index >= this.#shown) image.setVisible(true);
	}

	#key(name: string): string {
		return `${name}-${this.#generation}`;
	}
}
