import { useEffect, useRef } from "preact/hooks";
import type { Subject } from "#shared/lab/subject.ts";
import { ChipPicture } from "../board/chip-picture.tsx";
import { CauseBars } from "../figures/cause-bars.tsx";
import { labWords as t } from "../i18n/words.ts";
import { BusCurve, CacheCurves, usesMemory, WorkCurve } from "./bench-curves.tsx";
import { optionText } from "./field-text.ts";
import { FigureTable } from "./figure-table.tsx";
import type { LabState } from "./lab-link.ts";
import { type Measures, measure } from "./measures.ts";
import { RunControl, runByKey } from "./run-control.tsx";
import { SetupPanel } from "./setup-panel.tsx";
import { SweepPlot } from "./sweep-plot.tsx";
import { type BenchControl, useBench } from "./use-bench.ts";
import { useSweep } from "./use-sweep.ts";
import "./lab.css";

type LabProps = { state: LabState; onState: (next: LabState) => void };

/** The set-ups, their chips in step, and everything that is measured of them. */
export function Lab({ state, onState }: LabProps) {
	const { subjects, speed } = state;
	const control = useBench(subjects, speed);
	const sweep = useSweep(subjects);
	const { bench } = control;
	const isAlone = subjects.length === 1;
	const measures = bench.sides.map((side) => measure(side, bench.nowNs));
	useRunKeys(control);
	return (
		<div class="lab">
			<SetupPanel subjects={subjects} onSubjects={(next) => onState({ ...state, subjects: next })} />
			<div class={`lab-main ${isAlone ? "" : "lab-main-two"}`}>
				<div class="lab-left">
					<div class="lab-stages">
						{subjects.map((subject, side) => (
							<Stage key={t.sideName(side)} control={control} subject={subject} side={side} />
						))}
					</div>
					<RunControl
						control={control}
						speed={speed}
						onSpeed={(next) => onState({ ...state, speed: next })}
					/>
					{isAlone && <FigureTable measures={measures} />}
				</div>
				<div class="lab-beside">
					<div class="lab-panel">
						<CauseBars title={t.causes} rows={sideRows(measures)} />
					</div>
					<WorkCurve bench={bench} />
					<div class="lab-panel">
						<SweepPlot subjects={subjects} sweep={sweep} />
					</div>
					{!isAlone && <FigureTable measures={measures} />}
				</div>
				<div class="lab-panels">
					<MemoryPanels control={control} />
					{isAlone && (
						<div class="lab-panel lab-panel-wide">
							<CauseBars title={t.byCore} rows={coreRows(measures)} />
						</div>
					)}
				</div>
			</div>
		</div>
	);
}

/** Keys of the lab: as the buttons of the run control. */
function useRunKeys(control: BenchControl): void {
	const newest = useRef(control);
	newest.current = control;
	useEffect(() => {
		const listen = (event: KeyboardEvent) => runByKey(event, newest.current);
		addEventListener("keydown", listen);
		return () => removeEventListener("keydown", listen);
	}, []);
}

type StageProps = { control: BenchControl; subject: Subject; side: number };

function Stage({ control, subject, side }: StageProps) {
	const { bench, listeners } = control;
	const own = bench.sides[side];
	const listener = listeners[side];
	const isAlone = bench.sides.length === 1;
	if (own === undefined || listener === undefined) return null;
	const { cores } = own.chip.scenario.machine;
	const policy = own.chip.seats[0]?.policy.id ?? "";
	return (
		<div class="lab-stage">
			{!isAlone && <SideTitle subject={subject} side={side} />}
			<ChipPicture
				source={() => ({ chip: own.chip, nowNs: bench.nowNs, isOver: control.isOver })}
				names={(seat) => ({
					name: seat === 0 ? optionText("policy", policy) : t.core(cores[seat - 1]?.kind ?? "P"),
					bot: true,
				})}
				listener={listener}
				label={isAlone ? t.stageAlone : t.stage(t.sideName(side))}
			/>
		</div>
	);
}

function SideTitle({ subject, side }: { subject: Subject; side: number }) {
	const title = subject.type === "setup" ? t.families[subject.family].title : subject.scenario.title;
	return (
		<h2 class="lab-side">
			<b class={`lab-badge lab-badge-${side}`}>{t.sideName(side)}</b> {title}
		</h2>
	);
}

function MemoryPanels({ control: { bench } }: { control: BenchControl }) {
	if (!bench.sides.some(usesMemory)) return <p class="lab-panel-wide muted small">{t.noMemory}</p>;
	return (
		<>
			<BusCurve bench={bench} />
			{bench.sides.map((side, index) =>
				usesMemory(side) ? <CacheCurves key={t.sideName(index)} bench={bench} side={index} /> : null,
			)}
		</>
	);
}

function sideRows(measures: readonly Measures[]) {
	return measures.map(({ causes }, side) => ({
		label: measures.length === 1 ? t.allCores : t.allCoresOf(t.sideName(side)),
		causes,
	}));
}

function coreRows(measures: readonly Measures[]) {
	return measures.flatMap(({ causesByCore }) =>
		causesByCore.map((causes, core) => ({ label: t.coreShort(core + 1), causes })),
	);
}
