import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { labWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { SPEEDS } from "./lab-link.ts";
import type { BenchControl } from "./use-bench.ts";
import "./run-control.css";

type RunControlProps = { control: BenchControl; speed: number; onSpeed: (speed: number) => void };

/** Run, pause, step and speed, for all sides at once. */
export function RunControl({ control, speed, onSpeed }: RunControlProps) {
	const { bench, isPlaying, isOver } = control;
	const nowS = bench.nowNs / NS_PER_PLAY_S;
	return (
		<section class="lab-run" aria-label={t.controls}>
			<Button look="primary" class="lab-play" onClick={control.toggle}>
				{isPlaying ? t.pause : isOver ? t.again : t.play}
			</Button>
			<output class="lab-clock numbers">
				{t.clock(nowS)}
				{isOver && <small>{t.over}</small>}
			</output>
			<Button size="small" disabled={isOver} onClick={control.stepEvent}>
				{t.stepEvent}
			</Button>
			<Button size="small" disabled={isOver} onClick={control.stepTick}>
				{t.stepTick}
			</Button>
			<Button size="small" disabled={isOver} onClick={control.toEnd}>
				{t.toEnd}
			</Button>
			<Button size="small" disabled={bench.nowNs === 0} onClick={control.restart}>
				{t.restart}
			</Button>
			<label class="lab-speed">
				<span>{t.speed}</span>
				<input
					type="range"
					min={0}
					max={SPEEDS.length - 1}
					step={1}
					value={SPEEDS.indexOf(speed)}
					aria-valuetext={t.speedText(speed)}
					onInput={(event) => onSpeed(SPEEDS[Number(event.currentTarget.value)] ?? 1)}
				/>
				<output class="numbers">{t.speedText(speed)}</output>
			</label>
			<p class="lab-keys muted small">{t.keys}</p>
		</section>
	);
}

/** Keys that run the lab wherever the focus is, but for what has keys of its own. */
export function runByKey(event: KeyboardEvent, control: BenchControl): void {
	const { target, key } = event;
	if (event.altKey || event.ctrlKey || event.metaKey) return;
	if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return;
	const isOnButton = target instanceof Element && target.closest("button, a, summary, dialog") !== null;
	if (key === " " && !isOnButton) control.toggle();
	else if (key === "ArrowRight") control.stepEvent();
	else if (key === "ArrowDown") control.stepTick();
	else if (key === "Home") control.restart();
	else if (key === "End") control.toEnd();
	else return;
	event.preventDefault();
}
