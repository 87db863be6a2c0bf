import { useEffect, useRef, useState } from "preact/hooks";
import type { Level } from "#shared/lessons/ids.ts";
import { fixed } from "../i18n/base/format.ts";
import { practiceWords as t } from "../i18n/words.ts";
import { readSeed } from "../progress/practice-link.ts";
import { type LessonProgress, recordOf } from "../progress/progress.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";

type SeedStartProps = {
	title: string;
	level: Level;
	progress: LessonProgress | undefined;
	busy: boolean;
	challenge: number | undefined;
	onStart: (seed?: number) => void;
};

/** The way into a round on a seed of one's choice: who types the same number plays the same round. */
export function SeedStart({ title, level, progress, busy, challenge, onStart }: SeedStartProps) {
	const [text, setText] = useState(challenge === undefined ? "" : String(challenge));
	const form = useRef<HTMLFormElement>(null);
	const seed = readSeed(text);
	const record = typeof seed === "number" ? recordOf(progress, level, seed) : undefined;
	useEffect(() => {
		if (challenge !== undefined) form.current?.scrollIntoView({ block: "center" });
	}, [challenge]);
	return (
		<form
			ref={form}
			class="practice-seed"
			onSubmit={(event) => {
				event.preventDefault();
				if (seed !== undefined) onStart(seed === "new" ? undefined : seed);
			}}
		>
			<Field
				label={t.seed}
				value={text}
				onValue={setText}
				maxLength={10}
				verbatim
				hint={record === undefined ? t.seedHint : t.seedRecord(fixed(record.best, 0), record.played)}
				error={seed === undefined ? t.seedWrong : undefined}
			/>
			<Button look="primary" type="submit" busy={busy} label={t.startLabel(title)}>
				{busy ? t.starting : progress === undefined ? t.start : t.startAgain}
			</Button>
		</form>
	);
}
