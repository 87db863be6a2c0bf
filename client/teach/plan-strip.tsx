import { useEffect, useState } from "preact/hooks";
import { planMinutes, planTimes } from "#shared/lessons/plans.ts";
import { lessonOf } from "#shared/lessons/table.ts";
import { lessonTitle } from "../i18n/names.ts";
import { planWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import type { RoomSnapshot } from "../net/room-snapshot.ts";
import { planPlace } from "./plan-place.ts";
import "./plan-strip.css";

/** The clock shows whole minutes. */
const TICK_MS = 10_000;
const MS_PER_MINUTE = 60_000;

/** How far the class is into its plan: each lesson as long as it is planned, and where the clock stands. */
export function PlanStrip({ room }: { room: RoomSnapshot }) {
	const nowMinutes = useClassMinutes(room.code);
	const lessons = room.lessons.flatMap((id) => lessonOf(id)?.id ?? []);
	if (nowMinutes === undefined || lessons.length !== room.lessons.length || room.phase === "ended")
		return null;
	const times = planTimes(lessons, room);
	const current = times[room.lesson];
	if (current === undefined) return null;
	const total = planMinutes(lessons, room);
	const place = planPlace(nowMinutes, current, room.phase === "lobby");
	return (
		<section class={`plan plan-${place.is}`} aria-label={t.title}>
			<ol class="plan-bar" aria-label={t.lessons}>
				{times.map(({ from, to }, index) => (
					<li
						key={lessons[index]}
						style={{ left: `${(100 * from) / total}%`, width: `${(100 * (to - from)) / total}%` }}
						aria-current={index === room.lesson && room.phase !== "lobby" ? "step" : undefined}
						title={t.planned(lessonTitle(lessons[index] ?? ""), from, to)}
					>
						<span>{lessonTitle(lessons[index] ?? "")}</span>
					</li>
				))}
				<li
					class="plan-now"
					aria-hidden="true"
					style={{ left: `${(100 * Math.min(nowMinutes, total)) / total}%` }}
				/>
			</ol>
			<p>
				<strong>{t.now(nowMinutes, total)}</strong> ·{" "}
				<span class="plan-place">{t[place.is](place.minutes)}</span>
			</p>
		</section>
	);
}

/** Whole minutes since the class was opened; undefined until the server has said when that was. */
function useClassMinutes(code: string): number | undefined {
	const [openedMs, setOpenedMs] = useState<number>();
	const [nowMs, setNowMs] = useState(Date.now);
	useEffect(() => {
		async function load() {
			const answer = await api.openClasses();
			if (answer.ok) setOpenedMs(answer.value.find((open) => open.code === code)?.openedMs);
		}
		void load();
		const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
		return () => clearInterval(timer);
	}, [code]);
	if (openedMs === undefined) return undefined;
	// The clocks of server and browser may differ by a little.
	return Math.max(0, Math.floor((nowMs - openedMs) / MS_PER_MINUTE));
}
