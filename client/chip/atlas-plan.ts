import { LETTERS, letterOf } from "#shared/lib/letters.ts";
import { QUEUE_ORDERS, SIGNALS } from "#shared/sim/chip/command.ts";
import { advanceOf, GLYPHS, PLAIN_SIDE } from "../present/draw-list.ts";
import { TOKEN_KINDS } from "../present/kinds.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { ChipLayout } from "../present/layout.ts";
import { BADGE_SIDE, FOLLOWERS_MAX } from "../present/project-tokens.ts";
import { allNumberSizes, numberSizes, tokenSizes } from "../present/sizes.ts";
import { planTile } from "./atlas-tile.ts";
import { centred, type FramePlan } from "./frame-plan.ts";
import { write } from "./paint.ts";
import { paintAlarm, paintFollowers, paintRare, paintRisk } from "./paint-mark.ts";
import { planSignal } from "./paint-signal.ts";
import { paintData, paintPending, paintSelected, paintToken, TOKEN_MARGIN } from "./paint-token.ts";
import { COLOUR, KIND_COLOUR, KIND_DARK } from "./palette.ts";

/** All pictures that the draw list of this layout can name. */
export function planAtlas(layout: ChipLayout, labels: ChipLabels, own: number | undefined): FramePlan[] {
	const plans: FramePlan[] = [];
	for (const size of tokenSizes(layout)) planTokens(plans, size);
	planNumbers(plans, layout, labels);
	planPlain(plans);
	for (let data = 0; data < LETTERS; data++)
		plans.push(
			centred(`data-${data}`, BADGE_SIDE, BADGE_SIDE, (context) =>
				paintData(context, letterOf(data), BADGE_SIDE / 2, BADGE_SIDE / 2, BADGE_SIDE),
			),
		);
	for (const alarm of ["due", "late"] as const)
		plans.push(
			centred(`alarm-${alarm}`, BADGE_SIDE, BADGE_SIDE, (context) =>
				paintAlarm(context, alarm, BADGE_SIDE / 2, BADGE_SIDE / 2, BADGE_SIDE),
			),
		);
	plans.push(
		centred("risk", BADGE_SIDE, BADGE_SIDE, (context) =>
			paintRisk(context, BADGE_SIDE / 2, BADGE_SIDE / 2, BADGE_SIDE),
		),
	);
	plans.push(
		centred("rare", BADGE_SIDE, BADGE_SIDE, (context) =>
			paintRare(context, BADGE_SIDE / 2, BADGE_SIDE / 2, BADGE_SIDE),
		),
	);
	for (let count = 1; count <= FOLLOWERS_MAX; count++)
		plans.push(
			centred(`followers-${count}`, BADGE_SIDE, BADGE_SIDE, (context) =>
				paintFollowers(context, count, BADGE_SIDE / 2, BADGE_SIDE / 2, BADGE_SIDE),
			),
		);
	const first = layout.tiles[0];
	if (first !== undefined) planTile(plans, "tile", first, labels, own !== undefined);
	if (layout.mine !== undefined) planTile(plans, "mine", layout.mine, labels, true);
	planWords(plans, layout, labels);
	return plans;
}

function planTokens(plans: FramePlan[], size: number): void {
	const side = Math.ceil(size * (1 + 2 * TOKEN_MARGIN)) + 2;
	const middle = side / 2;
	for (const kind of TOKEN_KINDS)
		for (const solid of [true, false])
			plans.push(
				centred(`token-${size}-${kind}${solid ? "" : "-waiting"}`, side, side, (context) =>
					paintToken(context, kind, middle, middle, size, solid),
				),
			);
	const ring = Math.ceil(size * 1.4) + 4;
	plans.push(
		centred(`selected-${size}`, ring, ring, (context) => paintSelected(context, ring / 2, ring / 2, size)),
		centred(`pending-${size}`, ring, ring, (context) => paintPending(context, ring / 2, ring / 2, size)),
	);
}

function planNumbers(plans: FramePlan[], layout: ChipLayout, labels: ChipLabels): void {
	const { medium } = numberSizes(layout);
	for (const size of allNumberSizes(layout))
		for (const glyph of GLYPHS) {
			const shown = glyph === "." ? labels.decimalMark : glyph;
			const colour = glyph === "s" ? COLOUR.muted : COLOUR.text;
			plans.push(planGlyph(`glyph-${size}-${glyph}`, shown, size, colour));
			if (size === medium) plans.push(planGlyph(`ink-${size}-${glyph}`, shown, size, COLOUR.ink));
		}
}

function planGlyph(name: string, glyph: string, size: number, colour: string): FramePlan {
	const width = Math.ceil(size * Math.max(0.5, advanceOf(glyph))) + 2;
	const height = Math.ceil(size * 1.3);
	// The unit stands back behind the number.
	const letterSize = glyph === "s" ? size * 0.8 : size;
	return centred(name, width, height, (context) =>
		write(context, glyph, width / 2, height / 2, { size: letterSize, colour, weight: 600, align: "center" }),
	);
}

/** Plain colours, to be stretched. They are painted beyond their frame so that no edge fades. */
function planPlain(plans: FramePlan[]): void {
	const colours: Record<string, string> = { line: "#3d7590", track: "#26345e", white: COLOUR.white };
	for (const kind of TOKEN_KINDS) {
		colours[kind] = KIND_COLOUR[kind];
		colours[`${kind}-dark`] = KIND_DARK[kind];
	}
	for (const [name, colour] of Object.entries(colours))
		plans.push({
			name: `plain-${name}`,
			width: PLAIN_SIDE,
			height: PLAIN_SIDE,
			originX: 0,
			originY: 0,
			bleed: 2,
			paint: (context) => {
				context.fillStyle = colour;
				context.fillRect(-2, -2, PLAIN_SIDE + 4, PLAIN_SIDE + 4);
			},
		});
}

function planWords(plans: FramePlan[], layout: ChipLayout, labels: ChipLabels): void {
	const { queue, unit, compact, portrait } = layout;
	const size = compact ? 10 : portrait ? 11.5 * unit : 12.5 * unit;
	const room = portrait ? queue.seat.x - queue.order.x - 6 : queue.x + queue.width - queue.order.x - 4;
	for (const order of QUEUE_ORDERS)
		plans.push({
			name: `order-${order}`,
			width: Math.ceil(room),
			height: Math.ceil(size * 1.5),
			originX: 0,
			originY: Math.ceil(size * 1.5) / 2,
			paint: (context) =>
				write(context, labels.orders[order], 0, size * 0.75, {
					size,
					colour: COLOUR.muted,
					maxWidth: room - 2,
				}),
		});
	const width = queue.width - 12;
	plans.push(
		centred("empty", width, size * 1.6, (context) =>
			write(context, labels.empty, width / 2, size * 0.8, {
				size,
				colour: COLOUR.dim,
				align: "center",
				maxWidth: width,
			}),
		),
	);
	for (const signal of SIGNALS) plans.push(planSignal(signal, labels.signals[signal], layout));
}
