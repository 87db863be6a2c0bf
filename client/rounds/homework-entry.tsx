import { useState } from "preact/hooks";
import type { HomeworkAnswer } from "#shared/protocol/http.ts";
import { dateTime } from "../i18n/base/format.ts";
import { commonWords, errorWords, levelWords, homeworkWords as t } from "../i18n/words.ts";
import { type ApiResult, api } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Modal } from "../ui/modal.tsx";
import { ResultTable } from "./result-table.tsx";

type HomeworkEntryProps = { homework: HomeworkAnswer; address: string; onChanged: () => void };

/** One homework: its link while it is open, and what has come back. */
export function HomeworkEntry({ homework, address, onChanged }: HomeworkEntryProps) {
	const { code, lesson, level, seed, openedMs, closedMs, results } = homework;
	const title = commonWords.lessons[lesson];
	return (
		<article class="homework-entry" aria-label={t.entry(title, code)}>
			<h3>{title}</h3>
			<p class="muted small">
				{t.facts(levelWords[level].name, seed, dateTime(openedMs))}
				{closedMs !== null && ` · ${t.closed(dateTime(closedMs))}`}
			</p>
			<Actions homework={homework} address={address} onChanged={onChanged} />
			{results.length === 0 ? <p class="muted">{t.none}</p> : <ResultTable homework={homework} />}
		</article>
	);
}

function Actions({ homework: { code, closedMs }, address, onChanged }: HomeworkEntryProps) {
	const [asking, setAsking] = useState(false);
	const [said, setSaid] = useState("");
	const link = `${address}/homework/${code}`;
	async function change(request: Promise<ApiResult<undefined>>) {
		const answer = await request;
		setAsking(false);
		if (answer.ok) onChanged();
		else setSaid(errorWords[answer.error.code]);
	}
	async function copy() {
		setSaid((await copyText(link)) ? t.copied : t.copyFailed);
	}
	return (
		<div class="homework-actions">
			{closedMs === null && (
				<>
					<a href={link}>{link}</a>
					<Button size="small" onClick={() => void copy()}>
						{t.copy}
					</Button>
					<Button size="small" onClick={() => void change(api.closeHomework(code))}>
						{t.close}
					</Button>
				</>
			)}
			<Button size="small" look="danger" onClick={() => setAsking(true)}>
				{t.delete}
			</Button>
			<span class="small" role="status">
				{said}
			</span>
			{asking && (
				<AskToDelete onKeep={() => setAsking(false)} onDelete={() => void change(api.deleteHomework(code))} />
			)}
		</div>
	);
}

function AskToDelete({ onKeep, onDelete }: { onKeep: () => void; onDelete: () => void }) {
	return (
		<Modal title={t.deleteTitle} onClose={onKeep}>
			<p>{t.deleteText}</p>
			<div class="modal-actions">
				<Button onClick={onKeep}>{t.keep}</Button>
				<Button look="danger" onClick={onDelete}>
					{t.deleteYes}
				</Button>
			</div>
		</Modal>
	);
}
