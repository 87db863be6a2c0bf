import type { ComponentChildren } from "preact";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import { clock, percent } from "../i18n/base/format.ts";
import { sideOfChip } from "../i18n/side-names.ts";
import { chipNames } from "../i18n/team-names.ts";
import { commonWords, projectorWords as t } from "../i18n/words.ts";
import type { ClientSession } from "../net/client-session.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { useStore } from "../net/use-store.ts";
import { ChipTile } from "./chip-tile.tsx";
import { type Join, JoinCorner } from "./join-info.tsx";
import { teamOf, useChips } from "./use-chips.ts";

/** More chips than this are told in words and colours instead of being drawn. */
const CHIPS_DRAWN_MAX = 6;

/** The back of a room is far away. */
const ZOOM = 1.35;

type ProjectorPlayProps = { session: ClientSession; room: RoomSnapshot; join: Join };

/** All chips of the class while they are played. */
export function ProjectorPlay({ session, room, join }: ProjectorPlayProps) {
	const lesson = lessonOf(room.lessonId);
	const chips = useChips(session);
	const header = useStore(session.stream)?.header;
	if (lesson === undefined) return null;
	const { counts } = lesson;
	const team = teamOf(chips);
	const done = counts === "jobs" ? team.jobsDone : team.tasksDone;
	const isDrawn = chips.length <= CHIPS_DRAWN_MAX;
	const leftS = chips[0]?.leftS;
	const names = chipNames(header?.chips.map(({ seats }) => ({ cores: seats.length - 1 })) ?? [], room.teams);
	return (
		<main class="projector-play">
			<header class="projector-head">
				<div class="projector-title">
					<h1>{commonWords.lessons[lesson.id]}</h1>
					<p>
						{header !== undefined && sideKeysOf(lesson).length > 0
							? t.part(header.part)
							: t.round(room.roundNumber)}{" "}
						· {t.dilation}
					</p>
				</div>
				{leftS !== undefined && <Figure label={t.timeLeft}>{clock(leftS)}</Figure>}
				<Figure label={(counts === "jobs" ? t.jobsDone : t.tasksDone)(done)}>{done}</Figure>
				<Figure label={t.coresBusy}>{percent(team.busy)}</Figure>
				<JoinCorner join={join} />
			</header>
			<div class={`projector-chips chips-${isDrawn ? chips.length : "many"}`}>
				{chips.map((summary) => (
					<ChipTile
						key={summary.chip}
						session={session}
						summary={summary}
						name={names[summary.chip] ?? ""}
						team={room.teams[summary.chip] ?? null}
						counts={counts}
						isDrawn={isDrawn}
						side={sideOfChip(lesson.id, header, summary.chip)}
						zoom={ZOOM}
					/>
				))}
				{chips.length === 0 && <p class="projector-wait">{t.replaying}</p>}
			</div>
			{room.paused && (
				<div class="projector-paused" role="status">
					{t.paused}
				</div>
			)}
		</main>
	);
}

function Figure({ label, children }: { label: string; children: ComponentChildren }) {
	return (
		<p class="projector-figure">
			<b>{children}</b>
			<span>{label}</span>
		</p>
	);
}
