import { useEffect, useState } from "preact/hooks";
import type { OpenClass } from "#shared/protocol/http.ts";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import { dateTime, list } from "../i18n/base/format.ts";
import { lessonTitle, phaseName } from "../i18n/names.ts";
import { commonWords, errorWords, classesWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { Link } from "../ui/link.tsx";

/** Often enough that a class which fills up is seen to. */
const REFRESH_MS = 5_000;

/** The teacher's open classes, with the way back to the desk of each. */
export function OpenClasses() {
	const [classes, setClasses] = useState<readonly OpenClass[]>();
	const [error, setError] = useState("");
	useEffect(() => {
		async function load() {
			const answer = await api.openClasses();
			if (answer.ok) setClasses(answer.value);
			setError(answer.ok ? "" : errorWords[answer.error.code]);
		}
		void load();
		const timer = setInterval(() => void load(), REFRESH_MS);
		return () => clearInterval(timer);
	}, []);
	if (error !== "") return <p role="alert">{error}</p>;
	if (classes === undefined) return <p class="muted">{commonWords.loading}</p>;
	if (classes.length === 0) return <p class="muted">{t.none}</p>;
	return (
		<ul class="open-classes">
			{classes.map((open) => (
				<OpenClassItem key={open.code} open={open} />
			))}
		</ul>
	);
}

function OpenClassItem({ open: { code, lessons, students, phase, openedMs } }: { open: OpenClass }) {
	return (
		<li>
			<strong class="open-code">{showRoomCode(code)}</strong>
			<span>
				{list(lessons.map(lessonTitle))}
				<br />
				<span class="muted small">
					{t.students(students)} · {phaseName(phase)} · {dateTime(openedMs)}
				</span>
			</span>
			<Link href={`/teach/${code}`} class="button">
				{t.go}
				<span class="sr-only"> {showRoomCode(code)}</span>
			</Link>
		</li>
	);
}
