import { MachineStrip } from "../board/machine-strip.tsx";
import { Stage } from "../board/stage.tsx";
import { fixed, percent } from "../i18n/base/format.ts";
import { chipLabels, projectorWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import { TeamBadge } from "../ui/team-badge.tsx";
import type { ChipSummary } from "./use-chips.ts";
import "./chip-tile.css";

type ChipTileProps = {
	session: ClientSession;
	summary: ChipSummary;
	/** What the chip is called, and the number of the team that plays it, if one does. */
	name: string;
	team: number | null;
	/** The side of the lesson that it plays, where there are two. */
	side: string | undefined;
	counts: "jobs" | "tasks";
	/** Draws the chip itself; else only what its cores do. */
	isDrawn: boolean;
	/** How much the drawing is enlarged. */
	zoom: number;
};

/** One chip of the class: its figures, and the chip as large as there is room. */
export function ChipTile({ session, summary, name, team, side, counts, isDrawn, zoom }: ChipTileProps) {
	const done = counts === "jobs" ? summary.jobsDone : summary.tasksDone;
	return (
		<section class="chip-tile" aria-label={name}>
			<header>
				<h2>
					{team === null ? name : <TeamBadge team={team} name={name} />}{" "}
					<small>
						{t.cores(summary.cores.length)}
						{side !== undefined && ` · ${side}`}
					</small>
				</h2>
				<div class="chip-tile-figures">
					<p>
						<b>{done}</b> {(counts === "jobs" ? t.jobsDone : t.tasksDone)(done)}
					</p>
					<p>
						<b>{fixed(summary.speedup, 1)} ×</b> {t.oneCore}
					</p>
					<p>
						<b>{percent(summary.busy)}</b> {t.busy}
					</p>
				</div>
			</header>
			<MachineStrip machine={summary.machine} seesL3 />
			{summary.news !== "" && <p class="chip-tile-news">{summary.news}</p>}
			{isDrawn ? (
				<div class="chip-tile-stage">
					<Stage session={session} chip={summary.chip} seat={undefined} zoom={zoom} framesPerSecond={30} />
				</div>
			) : (
				<ul class="chip-tile-cores">
					{summary.cores.map((state, core) => (
						<li key={chipLabels.coreShort(core + 1)} class={`core-state core-${state}`}>
							<b>{chipLabels.coreShort(core + 1)}</b>
							<span>{chipLabels.states[state]}</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
