import { useState } from "preact/hooks";
import { differences } from "#shared/lab/setup.ts";
import type { Subject } from "#shared/lab/subject.ts";
import { labWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { FileActions } from "./file-actions.tsx";
import { FileForm } from "./file-form.tsx";
import { SetupForm } from "./setup-form.tsx";

type SetupPanelProps = { subjects: readonly Subject[]; onSubjects: (next: readonly Subject[]) => void };

/** The settings of one side at a time, with what the other side has where it differs. */
export function SetupPanel({ subjects, onSubjects }: SetupPanelProps) {
	const [chosen, setChosen] = useState(0);
	const side = Math.min(chosen, subjects.length - 1);
	const [first, second] = subjects;
	const subject = subjects[side];
	if (first === undefined || subject === undefined) return null;
	const otherSide = 1 - side;
	const otherSubject = subjects[otherSide];
	const other = otherSubject && { name: t.sideName(otherSide), subject: otherSubject };
	const change = (next: Subject) =>
		onSubjects(subjects.map((before, index) => (index === side ? next : before)));
	function compare() {
		if (first === undefined) return;
		setChosen(1);
		onSubjects([first, first]);
	}
	return (
		<section class="lab-setup" aria-label={t.settings}>
			<div class="lab-setup-head">
				{second === undefined ? (
					<Button onClick={compare}>{t.compare}</Button>
				) : (
					<>
						<Segmented
							label={t.side}
							labelHidden
							options={[0, 1].map((value) => ({ value, text: t.sideName(value) }))}
							value={side}
							onValue={setChosen}
						/>
						<Button size="small" onClick={() => onSubjects([subject])}>
							{t.keepOnly(t.sideName(side))}
						</Button>
					</>
				)}
			</div>
			{second !== undefined && <p class="lab-differences">{differenceText(first, second)}</p>}
			<div class="lab-fields">
				{subject.type === "setup" ? (
					<SetupForm subject={subject} other={other} onSubject={change} />
				) : (
					<FileForm subject={subject} onSubject={change} />
				)}
				<FileActions subject={subject} onSubject={change} />
			</div>
		</section>
	);
}

function differenceText(one: Subject, other: Subject): string {
	if (one.type === "file" || other.type === "file" || one.family !== other.family) return t.otherProgram;
	return t.differences(differences(one, other).length);
}
