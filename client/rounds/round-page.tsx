import { useEffect, useMemo, useState } from "preact/hooks";
import { outcomeByTeam } from "#shared/lessons/chip-of-team.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundAnswer } from "#shared/protocol/http.ts";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { SignedIn } from "../entry/signed-in.tsx";
import { ExplainCard } from "../explain/explain-card.tsx";
import { dateTime } from "../i18n/base/format.ts";
import { lessonTitle } from "../i18n/names.ts";
import { chipNames } from "../i18n/team-names.ts";
import { commonWords, errorWords, roundsWords as t } from "../i18n/words.ts";
import { type ApiError, api } from "../net/api.ts";
import { Link } from "../ui/link.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { ChipDetails } from "./chip-details.tsx";
import { DeleteRound } from "./delete-round.tsx";
import { EvidenceTable } from "./evidence-table.tsx";
import { PredictionTable } from "./prediction-table.tsx";
import { RepeatPanel } from "./repeat-panel.tsx";
import { ThroughputPlot } from "./throughput-plot.tsx";
import { UnreadableNote } from "./unreadable-note.tsx";
import "./round-page.css";
import { ChipNames } from "../ui/chip-names.ts";

/** Without a log the round cannot be looked at again; what came of it can. */
type Loaded = { readonly round: RoundAnswer; readonly log: RoundLog | undefined };

/** One round: what came of it, and the round itself to look at again. */
export function RoundPage({ id }: { id: string }) {
	return (
		<SignedIn title={t.signIn}>
			<LoadedRound id={id} />
		</SignedIn>
	);
}

function LoadedRound({ id }: { id: string }) {
	const [loaded, setLoaded] = useState<Loaded>();
	const [error, setError] = useState<ApiError>();
	useEffect(() => {
		async function load() {
			const [round, log] = await Promise.all([api.round(id), api.roundLog(id)]);
			if (!round.ok) setError(round.error);
			else if (!log.ok && log.error.code !== "damaged") setError(log.error);
			else setLoaded({ round: round.value, log: log.ok ? log.value : undefined });
		}
		void load();
	}, [id]);
	const back = <Link href="/rounds">{t.all}</Link>;
	if (loaded === undefined) {
		return (
			<PageFrame title={t.title} aside={back}>
				{error === undefined ? <p role="status">{commonWords.loading}</p> : <Refused id={id} error={error} />}
			</PageFrame>
		);
	}
	const { round, log } = loaded;
	const download = `coretet-${round.code}-${round.id}.json`;
	return (
		<PageFrame title={lessonTitle(round.lesson)} aside={back}>
			<div class="round-facts">
				<p class="muted">
					{t.facts(dateTime(round.playedMs), showRoomCode(round.code), round.students, round.seed)}
				</p>
				{log !== undefined && (
					<a class="button button-small" href={`/api/rounds/${round.id}/log`} download={download}>
						{t.exportLog}
					</a>
				)}
				<DeleteRound id={round.id} />
			</div>
			<UnreadableNote what={round.unreadable} />
			<Round round={round} log={log} />
		</PageFrame>
	);
}

/** A round that cannot be read can still be deleted. */
function Refused({ id, error: { code, message } }: { id: string; error: ApiError }) {
	return (
		<>
			<p role="alert">{errorWords[code]}</p>
			{code === "damaged" && <UnreadableNote what={message} />}
			{code === "damaged" && <DeleteRound id={id} />}
		</>
	);
}

function partOf({ lesson, part }: RoundAnswer["outcome"]): "first" | "second" | undefined {
	if (sideKeysOf(lessonById(lesson as LessonId)).length === 0) return undefined;
	return part === 0 ? "first" : "second";
}

function Round({ round, log }: Loaded) {
	const [chip, setChip] = useState(0);
	const { outcome } = round;
	// Nobody played the chip of an experiment.
	const isPlayed = round.experiment === undefined;
	const names = useMemo(() => chipNames(outcome.chips, round.teams), [outcome, round.teams]);
	return (
		<ChipNames.Provider value={names}>
			<ExplainCard
				lesson={round.lesson as LessonId}
				outcome={outcome}
				teams={round.teams}
				before={round.otherPart === null ? null : (outcomeByTeam(round.otherPart, round) ?? null)}
				experiment={round.experiment}
				predictions={round.predictions.map((prediction) => prediction.value)}
				log={log}
				showsMoments
			/>
			{isPlayed && round.earlier !== null && <RepeatPanel before={round.earlier} now={round} />}
			<section class="round-panels">
				{isPlayed && (
					<div class="explain-panel">
						<ThroughputPlot outcome={outcome} />
					</div>
				)}
				<div class="explain-panel">
					<PredictionTable lesson={round.lesson as LessonId} predictions={round.predictions} />
				</div>
			</section>
			{round.evidence.length > 0 && (
				<div class="explain-panel">
					<EvidenceTable evidence={round.evidence} part={partOf(outcome)} />
				</div>
			)}
			{isPlayed && outcome.chips.length > 1 && (
				<div class="round-chip">
					<Segmented
						label={t.chip}
						options={outcome.chips.map((_, index) => ({ value: index, text: names[index] ?? "" }))}
						value={chip}
						onValue={setChip}
					/>
				</div>
			)}
			{isPlayed && log !== undefined && <ChipDetails key={chip} round={round} log={log} chip={chip} />}
		</ChipNames.Provider>
	);
}
