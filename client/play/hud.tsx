import type { ComponentChildren } from "preact";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import type { ChipFigures } from "../board/chip-figures.ts";
import { clock, fixed, percent } from "../i18n/base/format.ts";
import { playWords as t } from "../i18n/words.ts";
import { TeamBadge } from "../ui/team-badge.tsx";
import "./hud.css";

type HudProps = {
	lesson: string;
	round: number;
	/** Number of the player's team; null for who plays alone. */
	team: number | null;
	/** The side that is played, in a lesson with two, and whether this is the first (0) or second (1) part. */
	side?: { readonly name: string; readonly part: 0 | 1 } | undefined;
	code: string;
	/** undefined while the round is being replayed. */
	figures: ChipFigures | undefined;
	/** Whether this lesson counts jobs or tasks. */
	counts: "jobs" | "tasks";
	children: ComponentChildren;
};

/** The head of the play page: what is played, the time left, and how well the chip does. */
export function Hud({ lesson, round, team, side, code, figures, counts, children }: HudProps) {
	const done = (counts === "jobs" ? figures?.jobsDone : figures?.tasksDone) ?? 0;
	return (
		<header class="hud">
			<div class="hud-title">
				<h1>{lesson}</h1>
				<p>
					{team !== null && (
						<>
							<TeamBadge team={team} /> ·{" "}
						</>
					)}
					{side === undefined ? t.round(round) : <b>{t.part(side.part, side.name)}</b>} · {t.dilation}
				</p>
			</div>
			{figures?.leftS !== undefined && (
				<div class="hud-time">
					<span>
						<span class="hud-time-label">{t.timeLeft}</span> <b>{clock(figures.leftS)}</b>
						{side !== undefined && (
							<small class="hud-team" title={t.part(side.part, side.name)}>
								{side.part + 1}/2{" "}
							</small>
						)}
						{team !== null && (
							<small class="hud-team">
								<TeamBadge team={team} />
							</small>
						)}
					</span>
					<div class="hud-bar" aria-hidden="true">
						<i style={{ transform: `scaleX(${1 - figures.share})` }} />
					</div>
				</div>
			)}
			<dl class="hud-figures">
				<Headline value={String(done)} label={(counts === "jobs" ? t.jobsDone : t.tasksDone)(done)} />
				<Headline value={`${fixed(figures?.speedup ?? 0, 1)} ×`} label={t.speedup} />
				<Headline value={percent(figures?.busy ?? 0)} label={t.busy} />
				<Headline value={showRoomCode(code)} label={t.code} class="hud-code" />
			</dl>
			<div class="hud-controls">{children}</div>
		</header>
	);
}

function Headline({ value, label, class: className = "" }: { value: string; label: string; class?: string }) {
	return (
		<div class={className}>
			<dt>{label}</dt>
			<dd class="numbers">{value}</dd>
		</div>
	);
}
