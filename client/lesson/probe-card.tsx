import { useState } from "preact/hooks";
import type { ProbeMoment, ProbeSheet } from "#shared/class/probe-tally.ts";
import { PROBE, type ProbeItem } from "#shared/lessons/probe.ts";
import { probeTexts, probeWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import "./lesson-card.css";
import "./probe-card.css";
import "../explain/question-number.css";

type ProbeCardProps = {
	moment: ProbeMoment;
	onHandIn: (sheet: ProbeSheet) => void;
	onSkip: () => void;
};

/** The six questions; any may be left out. Nothing tells which answers are right: they are asked again. */
export function ProbeCard({ moment, onHandIn, onSkip }: ProbeCardProps) {
	const [sheet, setSheet] = useState<ProbeSheet>(() => PROBE.map(() => null));
	return (
		<section
			class="lesson-card probe"
			aria-label={t.title}
			data-unsent={sheet.some((choice) => choice !== null) ? true : undefined}
		>
			<h2>{t.title}</h2>
			<p>
				{t[moment]} <span class="muted">{t.anonymous}</span>
			</p>
			{PROBE.map((item, index) => (
				<Question
					key={item.concept}
					item={item}
					number={index + 1}
					chosen={sheet[index] ?? null}
					onChoose={(choice) => setSheet(sheet.with(index, choice))}
				/>
			))}
			<div class="probe-actions">
				<Button onClick={onSkip}>{t.skip}</Button>
				<Button
					look="primary"
					disabled={sheet.every((choice) => choice === null)}
					onClick={() => onHandIn(sheet)}
				>
					{t.submit}
				</Button>
			</div>
		</section>
	);
}

type QuestionProps = {
	item: ProbeItem;
	number: number;
	chosen: number | null;
	/** null takes the choice back. */
	onChoose: (choice: number | null) => void;
};

function Question({ item: { concept, choices }, number, chosen, onChoose }: QuestionProps) {
	const texts = probeTexts[concept];
	return (
		<fieldset class="probe-question">
			<legend>
				<span class="question-number">{number}</span> {texts.ask}
			</legend>
			<div class="probe-choices">
				{choices.map(({ values }, choice) => (
					<Button
						key={values.join()}
						pressed={chosen === choice}
						onClick={() => onChoose(chosen === choice ? null : choice)}
					>
						{texts.choice(values)}
					</Button>
				))}
			</div>
		</fieldset>
	);
}
