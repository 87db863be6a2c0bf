import { useRef } from "preact/hooks";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { ChipPicture } from "../board/chip-picture.tsx";
import { showChecksum } from "../board/round-replay.ts";
import type { ReplayControl } from "../board/use-replay.ts";
import { fixed } from "../i18n/base/format.ts";
import { roundsWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Segmented } from "../ui/segmented.tsx";
import "./replay-panel.css";

const SPEEDS = [0.5, 1, 2, 4] as const;
const JUMP_NS = 5 * NS_PER_PLAY_S;
/** One step of the slider, in machine time: a quarter of a second of play. */
const STEP_NS = NS_PER_PLAY_S / 4;

type ReplayPanelProps = {
	control: ReplayControl;
	chip: number;
	seats: readonly (string | null)[];
	/** Of the chip at the end, here as on the server. */
	checksum: number;
};

/** The round as it was played, on the chip's own drawing, with everything to move through it. */
export function ReplayPanel({ control, chip, seats, checksum }: ReplayPanelProps) {
	const panel = useRef<HTMLElement>(null);
	const { replay, shownNs, seek, toggle } = control;
	const isOver = shownNs >= replay.lengthNs;

	function onKeyDown(event: KeyboardEvent) {
		// The slider and the radio buttons keep their own keys.
		if (event.target instanceof HTMLInputElement && event.key !== " ") return;
		const jump = { ArrowLeft: -JUMP_NS, ArrowRight: JUMP_NS }[event.key];
		if (jump !== undefined) seek(replay.nowNs + jump);
		else if (event.key === " " && !(event.target instanceof HTMLButtonElement)) toggle();
		else return;
		event.preventDefault();
	}
	return (
		<section ref={panel} class="explain-panel replay" aria-label={t.replayTitle} onKeyDown={onKeyDown}>
			<h3>{t.replayTitle}</h3>
			<ChipPicture
				source={() => ({ chip: replay.chip, nowNs: replay.nowNs, isOver })}
				names={(seat) => ({ name: seats[seat] ?? t.bot, bot: seats[seat] == null })}
				listener={control.listener}
				label={t.stage(chip)}
			/>
			<ReplayControls control={control} />
			<p class="replay-verified">{t.verified(showChecksum(checksum))}</p>
		</section>
	);
}

function ReplayControls({ control }: { control: ReplayControl }) {
	const { replay, shownNs, isPlaying, speed, seek, toggle } = control;
	const isOver = shownNs >= replay.lengthNs;
	const nowS = shownNs / NS_PER_PLAY_S;
	const endS = replay.lengthNs / NS_PER_PLAY_S;
	return (
		<div class="replay-controls">
			<Button look="primary" class="replay-play" onClick={toggle}>
				{isPlaying ? t.pause : isOver ? t.restart : t.play}
			</Button>
			<Button label={t.earlier} onClick={() => seek(replay.nowNs - JUMP_NS)}>
				−5
			</Button>
			<Button label={t.later} onClick={() => seek(replay.nowNs + JUMP_NS)}>
				+5
			</Button>
			<input
				class="replay-slider"
				type="range"
				min={0}
				max={Math.ceil(replay.lengthNs / STEP_NS)}
				step={1}
				value={Math.round(shownNs / STEP_NS)}
				aria-label={t.position}
				aria-valuetext={t.positionText(fixed(nowS, 1), fixed(endS, 0))}
				onInput={(event) => seek(Number(event.currentTarget.value) * STEP_NS)}
			/>
			<output class="replay-clock numbers">
				{fixed(nowS, 1)} / {fixed(endS, 0)} s
			</output>
			<Segmented
				label={t.speed}
				labelHidden
				options={SPEEDS.map((value) => ({ value, text: t.times(value) }))}
				value={speed}
				onValue={control.setSpeed}
			/>
		</div>
	);
}
