import { useEffect, useRef, useState } from "preact/hooks";
import type { Subject } from "#shared/lab/subject.ts";
import { labWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { OpenFile } from "../ui/open-file.tsx";
import { saveText } from "../ui/save-text.ts";
import { readScenarioText } from "./open-file.ts";
import { fileNameOf, scenarioTextOf } from "./save-file.ts";

type FileActionsProps = { subject: Subject; onSubject: (next: Subject) => void };

/** The link to copy, the scenario as a file to keep, and a file to open: chosen, or dropped anywhere on the page. */
export function FileActions({ subject, onSubject }: FileActionsProps) {
	const [wrong, setWrong] = useState<readonly string[]>([]);
	const [said, setSaid] = useState("");
	const open = useRef(async (_: File) => {});
	open.current = async (file) => {
		const read = readScenarioText(file.name, await file.text());
		setWrong(read.ok ? [] : read.reason);
		if (read.ok) onSubject(read.value);
	};
	useEffect(() => {
		const allow = (event: DragEvent) => event.preventDefault();
		const drop = (event: DragEvent) => {
			event.preventDefault();
			const file = event.dataTransfer?.files[0];
			if (file !== undefined) void open.current(file);
		};
		addEventListener("dragover", allow);
		addEventListener("drop", drop);
		return () => {
			removeEventListener("dragover", allow);
			removeEventListener("drop", drop);
		};
	}, []);
	async function copy() {
		try {
			await navigator.clipboard.writeText(location.href);
			setSaid(t.copied);
		} catch {
			// Pages on plain HTTP may not write to the clipboard.
			setSaid(t.copyFailed);
		}
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
			<OpenFile size="small" title={t.openHint} label={t.open} onFile={(file) => void open.current(file)} />
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
