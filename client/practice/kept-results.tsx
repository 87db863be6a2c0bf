import { useState } from "preact/hooks";
import { practiceWords as t } from "../i18n/words.ts";
import { forgetProgress, recallGap, storeProgress } from "../progress/kept-progress.ts";
import { mergeProgress, type Progress } from "../progress/progress.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Modal } from "../ui/modal.tsx";
import { OpenFile } from "../ui/open-file.tsx";
import { saveText } from "../ui/save-text.ts";
import { openProgressFile, progressText } from "./progress-file.ts";

type KeptResultsProps = { progress: Progress; onProgress: (progress: Progress) => void };

/** What this device keeps of the practices: saved as a file, taken from one, deleted. */
export function KeptResults({ progress, onProgress }: KeptResultsProps) {
	const [asking, setAsking] = useState(false);
	const [said, setSaid] = useState("");
	const [gap, setGap] = useState(recallGap);
	const isEmpty = Object.keys(progress).length === 0;
	async function open(file: File) {
		const read = openProgressFile(await file.text());
		if (!read.ok) {
			setSaid(t.notOurs(read.reason));
			return;
		}
		const merged = mergeProgress(progress, read.value.progress);
		storeProgress(merged);
		onProgress(merged);
		setSaid(read.value.fault === undefined ? t.opened : t.openedInPart(read.value.fault));
	}
	function forget() {
		forgetProgress();
		onProgress({});
		setGap(undefined);
		setAsking(false);
		setSaid(t.forgotten);
	}
	return (
		<Card title={t.keptTitle}>
			<p class="muted">{t.kept}</p>
			{gap !== undefined && <p role="note">{gap.is === "newer" ? t.newer(gap.why) : t.setAside(gap.why)}</p>}
			<div class="practice-kept">
				<Button disabled={isEmpty} onClick={() => saveText("coretet-practice.json", progressText(progress))}>
					{t.save}
				</Button>
				<OpenFile label={t.open} onFile={(file) => void open(file)} />
				<Button look="danger" disabled={isEmpty && gap === undefined} onClick={() => setAsking(true)}>
					{t.forget}
				</Button>
			</div>
			<p class="practice-said" role="status">
				{said}
			</p>
			{asking && <AskToForget onKeep={() => setAsking(false)} onForget={forget} />}
		</Card>
	);
}

function AskToForget({ onKeep, onForget }: { onKeep: () => void; onForget: () => void }) {
	return (
		<Modal title={t.forgetTitle} onClose={onKeep}>
			<p>{t.forgetText}</p>
			<div class="modal-actions">
				<Button onClick={onKeep}>{t.keep}</Button>
				<Button look="danger" onClick={onForget}>
					{t.forgetYes}
				</Button>
			</div>
		</Modal>
	);
}
