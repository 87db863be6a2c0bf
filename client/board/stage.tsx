import { useEffect, useRef } from "preact/hooks";
import type { ChipStage } from "../chip/chip-stage.ts";
import type { ChipStageOptions } from "../chip/stage-options.ts";
import { chipLabels, playWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import { namesOfChip } from "../seat/seat-names.ts";

/** What a player does on the drawing itself. */
export type StageActions = Required<
	Pick<
		ChipStageOptions,
		"onPickThread" | "onPickCore" | "onDropThread" | "onDropShared" | "selected" | "pending"
	>
>;

type StageProps = {
	session: ClientSession;
	/** Index in the round of the chip to show. */
	chip: number;
	/** The player's seat on it; undefined for a spectator. */
	seat: number | undefined;
	actions?: StageActions;
	zoom?: number;
	framesPerSecond?: number;
	class?: string;
};

/** The drawing of a chip. It is loaded when first needed and drawn until the page goes. */
export function Stage(props: StageProps) {
	const { session, chip, seat } = props;
	const parent = useRef<HTMLDivElement>(null);
	const current = useRef(props);
	current.current = props;
	useEffect(() => {
		let stage: ChipStage | undefined;
		let isGone = false;
		async function mount(element: HTMLElement): Promise<void> {
			const { mountChipStage } = await import("../chip/chip-stage.ts");
			if (isGone) return;
			const mounted = await mountChipStage(optionsOf(element, current));
			if (isGone) mounted.destroy();
			else stage = mounted;
		}
		if (parent.current !== null) void mount(parent.current);
		const stopRoom = session.room.subscribe(() => stage?.refreshNames());
		const stopFrames = session.onFrame(({ events }) => {
			for (const played of events) if (played.chip === chip) stage?.notice(played.event);
		});
		return () => {
			isGone = true;
			stopRoom();
			stopFrames();
			stage?.destroy();
		};
	}, [session, chip, seat]);
	return <div class={`stage ${props.class ?? ""}`} ref={parent} />;
}

function optionsOf(parent: HTMLElement, current: { readonly current: StageProps }): ChipStageOptions {
	const { session, chip, seat, actions, zoom, framesPerSecond } = current.current;
	return {
		parent,
		labels: chipLabels,
		ownSeat: seat,
		sees: seat === undefined ? "all" : "own",
		reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
		interactive: actions !== undefined,
		...(zoom !== undefined && { zoom }),
		...(framesPerSecond !== undefined && { framesPerSecond }),
		source: () => {
			const stream = session.stream.get();
			const shown = stream?.chip(chip);
			return stream === undefined || shown === undefined ? undefined : { chip: shown, nowNs: stream.nowNs };
		},
		names: (id) => nameOfSeat(session, chip, id),
		onPickThread: (thread) => current.current.actions?.onPickThread(thread),
		onPickCore: (core) => current.current.actions?.onPickCore(core),
		onDropThread: (thread, core, position) => current.current.actions?.onDropThread(thread, core, position),
		onDropShared: (thread) => current.current.actions?.onDropShared(thread),
		selected: () => current.current.actions?.selected() ?? new Set(),
		pending: () => current.current.actions?.pending() ?? new Set(),
	};
}

function nameOfSeat(session: ClientSession, chip: number, seat: number) {
	const name = namesOfChip(session.room.get()?.students ?? [], chip, seat + 1)[seat] ?? "";
	const student = session.room.get()?.students.find((other) => other.chip === chip && other.seat === seat);
	if (name === "") return { name: chipLabels.bot, bot: true };
	return { name: student?.bot === true ? t.botFor(name) : name, bot: student?.bot === true };
}
