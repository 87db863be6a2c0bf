import type { LessonId, Level } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { BacklogPlot } from "../figures/backlog-plot.tsx";
import { clock, fixed } from "../i18n/base/format.ts";
import { rushWords as t } from "../i18n/words.ts";
import { rankTeams, recordValueOf, type TeamResult } from "../present/team-results.ts";
import { practiceLink } from "../progress/practice-link.ts";
import { Podium } from "./podium.tsx";
import { useSeedRecord } from "./use-seed-record.ts";
import { WorthList } from "./worth-list.tsx";
import "./open-result.css";
import { useChipName } from "../ui/chip-names.ts";

type OpenResultProps = {
	lesson: LessonId;
	outcome: RoundOutcome;
	log: RoundLog | undefined;
	/** The student's own chip; undefined where all are shown alike. */
	own: number | undefined;
	/** The best of this class on this seed before; null if there was none, undefined where no class keeps one. */
	record: number | null | undefined;
	/** Height of the plot of work that waited. */
	plotPx?: number;
};

/** How an open round ended: who held out, against whom, the record of the seed, and what it is made of. */
export function OpenResult({ lesson, outcome, log, own, record, plotPx = 240 }: OpenResultProps) {
	const teams = rankTeams(lessonById(lesson), outcome);
	const shown = teams.find(({ chip }) => chip === own) ?? teams[0];
	const level = log?.header.level;
	const nameOf = useChipName();
	if (shown === undefined) return null;
	return (
		<div class="open-result">
			<div class="explain-panel open-end">
				<div class={shown.collapsed ? "open-verdict open-down" : "open-verdict"}>
					<EndSign collapsed={shown.collapsed} />
					<div>
						<h3>{endWords(shown, own === shown.chip ? undefined : nameOf(shown.chip))}</h3>
						<RecordLine
							lesson={lesson}
							level={level}
							seed={outcome.seed}
							best={recordValueOf(teams, own)}
							record={record}
						/>
						{level !== undefined && (
							<p class="muted small">
								{t.seed(String(outcome.seed))}{" "}
								<a
									href={practiceLink({ lesson, level, seed: outcome.seed })}
									target="_blank"
									rel="noreferrer"
								>
									{t.playSeed}
								</a>
							</p>
						)}
					</div>
				</div>
				{teams.length > 1 && <Podium teams={teams} own={own} />}
			</div>
			<div class="explain-panel open-course">
				<BacklogPlot
					log={log}
					chips={own === undefined ? teams.map(({ chip }) => chip) : [shown.chip]}
					heightPx={plotPx}
				/>
				<WorthList lesson={lesson} outcome={outcome} chip={shown.chip} />
			</div>
		</div>
	);
}

/** `name`: of a chip that is not one's own. */
function endWords({ collapsed, lastedS, wave }: TeamResult, name: string | undefined): string {
	const said = collapsed ? t.down(clock(lastedS), wave) : t.heldOut(clock(lastedS), wave);
	return name === undefined ? t.ofYours(said) : t.ofChip(name, said);
}

type RecordLineProps = {
	lesson: LessonId;
	level: Level | undefined;
	seed: number;
	best: number | undefined;
	record: number | null | undefined;
};

/** The record of this seed: of the class, or of this device where one plays alone. */
function RecordLine({ lesson, level, seed, best, record }: RecordLineProps) {
	const kept = useSeedRecord(lesson, level, seed);
	if (best === undefined) return <p class="open-record">{t.notByHand}</p>;
	if (record === undefined) {
		if (kept === undefined) return null;
		const isNew = best >= kept.best;
		return (
			<p class={isNew ? "open-record open-new" : "open-record"}>
				{kept.played === 1
					? t.firstOwn(fixed(best, 0))
					: isNew
						? t.newOwn(fixed(best, 0))
						: t.own(fixed(kept.best, 0), fixed(best, 0))}
			</p>
		);
	}
	if (record === null) return <p class="open-record open-new">{t.first(fixed(best, 0))}</p>;
	return best > record ? (
		<p class="open-record open-new">{t.newClass(fixed(best, 0), fixed(record, 0))}</p>
	) : (
		<p class="open-record">{t.ofClass(fixed(record, 0), fixed(best, 0))}</p>
	);
}

/** A flag that stands or a broken chip: told by shape, and by the words beside it. */
function EndSign({ collapsed }: { collapsed: boolean }) {
	return (
		<svg class="open-sign" viewBox="0 0 48 48" aria-hidden="true">
			{collapsed ? (
				<path d="M10 10h13l-4 9 8 5-6 14H10zM29 10h9v28h-9l5-13-8-5z" />
			) : (
				<path d="M12 42V7M12 9h24l-6 8 6 8H12" />
			)}
		</svg>
	);
}
