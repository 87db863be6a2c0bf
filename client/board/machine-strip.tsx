import type { ComponentChildren } from "preact";
import { letterOf } from "#shared/lib/letters.ts";
import { clock } from "../i18n/base/format.ts";
import { scenarioName } from "../i18n/scenario-name.ts";
import { chipLabels, machineWords as t } from "../i18n/words.ts";
import type {
	BacklogView,
	ComingView,
	CrashView,
	LockView,
	MachineView,
	WaveView,
} from "../present/machine-view.ts";
import { shadeOf } from "../present/shade.ts";
import "./machine-strip.css";

/** Seconds of play before a deadline from which it is shown as an alarm. */
const ALARM_S = 1.5;
/** Bus load from which everybody waits. */
const BUS_BUSY = 0.75;

type MachineStripProps = {
	machine: MachineView;
	/** Whether this seat sees the contents of the shared cache. */
	seesL3: boolean;
};

/** What all cores share, as one line of gauges: only those that the scenario uses, and nothing if there are none. */
export function MachineStrip({ machine, seesL3 }: MachineStripProps) {
	const { bus, locks = [], updates, crashes, deadlines, backlog, wave, coming, energyMj } = machine;
	const l3 = seesL3 ? machine.l3 : undefined;
	const gauges = [bus, l3, machine.locks, updates, deadlines, backlog, coming, energyMj];
	const isAlone = gauges.every((gauge) => gauge === undefined);
	if (isAlone && crashes === undefined) return null;
	return (
		<ul class="machine-strip" aria-label={t.title}>
			{wave !== undefined && <WaveGauge wave={wave} />}
			{backlog !== undefined && <BacklogGauge backlog={backlog} />}
			{coming !== undefined && <ComingGauge coming={coming} />}
			{/* Keeps the chip below from moving at every crash. */}
			{isAlone && crashes?.length === 0 && <li class="gauge">{t.noneDown}</li>}
			{crashes?.map((crash) => (
				<CrashGauge key={crash.process} crash={crash} />
			))}
			{deadlines !== undefined && (
				<Gauge label={t.late} bad={deadlines.late > 0 || (deadlines.nextS ?? ALARM_S) < ALARM_S}>
					<b>{t.lateCount(deadlines.late)}</b>
					{deadlines.nextS !== undefined && <span class="gauge-more">{t.nextDue(deadlines.nextS)}</span>}
				</Gauge>
			)}
			{locks.map((lock) => (
				<LockGauge key={lock.lock} lock={lock} />
			))}
			{updates !== undefined && (
				<Gauge label={t.updates} bad={updates.lost > 0} class="gauge-updates">
					<b>{t.updatesLost(updates.lost, updates.all)}</b>
				</Gauge>
			)}
			{bus !== undefined && (
				<Gauge label={t.bus} bad={bus >= BUS_BUSY}>
					<i class="gauge-bar" aria-hidden="true">
						<i style={{ transform: `scaleX(${bus})` }} />
					</i>
					<b>{t.busLoad(bus)}</b>
				</Gauge>
			)}
			{l3 !== undefined && <L3Gauge l3={l3} />}
			{energyMj !== undefined && (
				<Gauge label={t.energy} class="gauge-energy">
					<b>{t.energyMj(energyMj)}</b>
				</Gauge>
			)}
		</ul>
	);
}

/** Which wave this is, and what it takes to see the last one. */
function WaveGauge({ wave: { number, all, leftS, limitS, overS } }: { wave: WaveView }) {
	return (
		<Gauge label={t.wave} class="gauge-wave">
			<b>{t.waveOf(number, all)}</b>
			<span class="gauge-more">{t.survive(clock(leftS), limitS, overS)}</span>
		</Gauge>
	);
}

function BacklogGauge({ backlog: { workS, limitS, downInS } }: { backlog: BacklogView }) {
	return (
		<Gauge label={t.backlog} bad={downInS !== undefined} class="gauge-backlog">
			<i class="gauge-bar" aria-hidden="true">
				<i style={{ transform: `scaleX(${Math.min(1, workS / limitS)})` }} />
			</i>
			<b>{t.backlogOf(workS, limitS)}</b>
			{downInS !== undefined && (
				<strong class="gauge-alarm">
					<AlarmSign /> {t.downIn(downInS)}
				</strong>
			)}
		</Gauge>
	);
}

function ComingGauge({ coming }: { coming: readonly ComingView[] }) {
	return (
		<li class="gauge gauge-coming">
			<AlarmSign />
			<span>{t.coming}</span>
			{coming.map(({ name, inS }, place) => (
				<span key={`${name} ${place}`}>
					<b>{scenarioName(name, t.names)}</b> {t.inS(inS)}
				</span>
			))}
		</li>
	);
}

/** A triangle. An alarm is recognisable by its shape and its words, not only by colour. */
function AlarmSign() {
	return (
		<svg class="gauge-sign" viewBox="0 0 16 16" aria-hidden="true">
			<path d="M8 1.8 15 14H1z" />
			<path d="M8 6.2v3.6M8 11.6v.6" />
		</svg>
	);
}

type GaugeProps = { label: string; bad?: boolean; class?: string; children: ComponentChildren };

function Gauge({ label, bad = false, class: name = "", children }: GaugeProps) {
	return (
		<li class={`gauge ${bad ? "gauge-bad" : ""} ${name}`}>
			<span>{label}</span>
			{children}
		</li>
	);
}

function LockGauge({ lock: { name, owners, waiters } }: { lock: LockView }) {
	const [owner] = owners;
	const held =
		owner === undefined
			? t.lockFree
			: owners.length > 1
				? t.lockOwners(owners.length)
				: owner < 0
					? t.lockAway
					: t.lockOwner(chipLabels.coreShort(owner + 1));
	return (
		<li class={waiters > 1 ? "gauge gauge-bad" : "gauge"}>
			<svg
				class={owner === undefined ? "gauge-lock gauge-open" : "gauge-lock"}
				viewBox="0 0 16 16"
				aria-hidden="true"
			>
				<path d={owner === undefined ? "M5 8V4.6a3 3 0 0 1 5.8-1" : "M5 8V5a3 3 0 0 1 6 0v3"} />
				<rect x="3" y="7.5" width="10" height="6.5" rx="1.5" />
			</svg>
			<span>{scenarioName(name, t.names)}</span>
			<b class={owner === undefined ? "gauge-more" : ""}>{held}</b>
			{waiters > 0 && <span>{t.lockWaiters(waiters)}</span>}
		</li>
	);
}

function CrashGauge({ crash }: { crash: CrashView }) {
	return (
		<li class="gauge gauge-bad">
			<b>{t.crashed(scenarioName(crash.name, t.names))}</b>
			<span class="gauge-more">{t.crashedTasks(crash.dead)}</span>
			<span>{crash.backInS === undefined ? t.backNever : t.backIn(crash.backInS)}</span>
		</li>
	);
}

function L3Gauge({ l3 }: { l3: NonNullable<MachineView["l3"]> }) {
	return (
		<li class="gauge gauge-l3">
			<span>{t.l3}</span>
			<i class="gauge-bar gauge-stack" aria-hidden="true">
				{l3.map(({ data, share }) => (
					<i key={data} class={`l3-${shadeOf(data)}`} style={{ width: `${share * 100}%` }}>
						{share > 0.08 ? letterOf(data) : ""}
					</i>
				))}
			</i>
			<span class="sr-only">
				{l3.length === 0
					? t.l3Empty
					: l3.map(({ data, share }) => t.l3Share(letterOf(data), share)).join(", ")}
			</span>
		</li>
	);
}
