import { useEffect, useState } from "preact/hooks";
import type { RoundRow } from "#shared/protocol/http.ts";
import { showRoomCode } from "#shared/protocol/room-code.ts";
import { SignedIn } from "../entry/signed-in.tsx";
import { dateTime, number } from "../i18n/base/format.ts";
import { lessonTitle } from "../i18n/names.ts";
import { commonWords, errorWords, roundsWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { Link } from "../ui/link.tsx";
import { PageFrame } from "../ui/page-frame.tsx";
import { ClassGains } from "./class-gain.tsx";
import { HomeworkList } from "./homework-list.tsx";
import { UnreadableNote } from "./unreadable-note.tsx";
import "./rounds-page.css";

/** All rounds of the teacher's classes, newest first. */
export function RoundsPage() {
	return (
		<SignedIn title={t.signIn}>
			<PageFrame title={t.title} aside={<Link href="/teach">{commonWords.teach}</Link>}>
				<RoundTable />
				<ClassGains />
				<HomeworkList />
			</PageFrame>
		</SignedIn>
	);
}

function RoundTable() {
	const [rows, setRows] = useState<readonly RoundRow[]>();
	const [error, setError] = useState("");
	useEffect(() => {
		async function load() {
			const answer = await api.rounds();
			if (answer.ok) setRows(answer.value);
			else setError(errorWords[answer.error.code]);
		}
		void load();
	}, []);
	if (error !== "") return <p role="alert">{error}</p>;
	if (rows === undefined) return <p class="muted">{commonWords.loading}</p>;
	if (rows.length === 0) return <p class="muted">{t.none}</p>;
	return <Rounds rows={rows} />;
}

function Rounds({ rows }: { rows: readonly RoundRow[] }) {
	return (
		<>
			<p class="rounds-export">
				<a class="button button-small" href="/api/rounds.csv" download>
					{t.exportTable}
				</a>
			</p>
			<table class="rounds">
				<thead>
					<tr>
						<th scope="col">{t.lesson}</th>
						<th scope="col">{t.when}</th>
						<th scope="col">{t.code}</th>
						<th scope="col">{t.students}</th>
						<th scope="col">{t.chips}</th>
						<th scope="col">{t.score}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<Row key={row.id} row={row} />
					))}
				</tbody>
			</table>
		</>
	);
}

function Row({ row }: { row: RoundRow }) {
	return (
		<tr>
			<th scope="row">
				<Link href={`/rounds/${row.id}`}>{lessonTitle(row.lesson)}</Link>
				<UnreadableNote what={row.unreadable} />
			</th>
			<td data-label={t.when}>{dateTime(row.playedMs)}</td>
			<td data-label={t.code}>{showRoomCode(row.code)}</td>
			<td data-label={t.students}>{number(row.students)}</td>
			<td data-label={t.chips}>{number(row.chips)}</td>
			<td data-label={t.score}>{t.scores(row.scores)}</td>
		</tr>
	);
}
