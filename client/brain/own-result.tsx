import type { PersonMeans } from "#shared/brain/person.ts";
import { brainWords as t } from "../i18n/words.ts";
import type { StudentSnapshot } from "../net/room-snapshot.ts";
import { Button } from "../ui/button.tsx";
import { CurveFigure } from "./curve-figure.tsx";

type OwnResultProps = {
	means: PersonMeans;
	of: readonly StudentSnapshot[];
	/** In a practice the student says when it goes on. */
	onNext?: () => void;
};

/** A student's own curve, for nobody else, while the others are still at it. */
export function OwnResult({ means, of, onNext }: OwnResultProps) {
	const satOut = means.verdict === "satOut";
	return (
		<section class="experiment-card" aria-live="polite">
			<h2>{satOut ? t.satOutTitle : t.doneTitle}</h2>
			<p>{satOut ? t.satOutText : t.doneText}</p>
			{!satOut && <p class="small">{verdictWords(means)}</p>}
			{means.points.length > 1 && (
				<CurveFigure
					title={t.curveTitle}
					summary={t.curveOwn}
					points={NOBODY}
					isFit={false}
					own={means.points}
					times={undefined}
					heightPx={250}
				/>
			)}
			{onNext === undefined ? (
				<p class="muted">
					{t.waiting} {t.progress(of.filter(({ measured }) => measured).length, of.length)}
				</p>
			) : (
				<Button look="primary" onClick={onNext}>
					{t.showResult}
				</Button>
			)}
		</section>
	);
}

const NOBODY: readonly never[] = [];

/** Whether one's own times count, and if not, why: told to nobody else. */
export function verdictWords({ verdict, kept, done }: PersonMeans): string {
	return verdict === "counted" ? t.verdicts.counted(kept, done) : t.verdicts[verdict];
}
