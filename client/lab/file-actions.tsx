import { useState } from "preact/hooks";
import type { Subject } from "#shared/lab/subject.ts";
import { labWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { OpenFile } from "../ui/open-file.tsx";
import { saveText } from "../ui/save-text.ts";
import { useDroppedFile } from "../ui/use-dropped-file.ts";
import { readScenarioText } from "./open-file.ts";
import { fileNameOf, scenarioTextOf } from "./save-file.ts";

type FileActionsProps = { subject: Subject; onSubject: (next: Subject) => void };

/** The link to copy, the scenario as a file to keep, and a file to open: chosen, or dropped anywhere on the page. */
export function FileActions({ subject, onSubject }: FileActionsProps) {
	const [wrong, setWrong] = useState<readonly string[]>([]);
	const [said, setSaid] = useState("");
	async function open(file: File) {
		const read = readScenarioText(file.name, await file.text());
		setWrong(read.ok ? [] : read.reason);
		if (read.ok) onSubject(read.value);
	}
	useDroppedFile((file) => void open(file));
	async function copy() {
		setSaid((await copyText(location.href)) ? t.copied : t.copyFailed);
	}
	const name = fileNameOf(subject);
	const seed = subject.type === "setup" ? Number(subject.values.seed) : subject.seed;
	return (
		<div class="lab-files">
			<Button size="small" onClick={() => void copy()}>
				{t.copyLink}
			</Button>
			<Button
				size="small"
				title={t.saveHint(name, seed)}
				onClick={() => saveText(name, scenarioTextOf(subject))}
			>
				{t.save}
			</Button>
			<OpenFile size="small" title={t.openHint} label={t.open} onFile={(file) => void open(file)} />
			<p class="small" role="status">
				{said}
			</p>
			<code class="lab-command small">{t.saveHint(name, seed)}</code>
			{wrong.length > 0 && (
				<div class="lab-notice" role="alert">
					{wrong.map((line) => (
						<p key={line}>{line}</p>
					))}
				</div>
			)}
		</div>
	);
}
