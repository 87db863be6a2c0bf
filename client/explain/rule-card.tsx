import type { LessonId } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { SimulatedPicture } from "./simulated-picture.tsx";
import "./rule-card.css";

const loadBrain = () => import("../brain/brain-picture.tsx");

/** The rule that wins, which nobody was told before play, and what it changes. */
export function RuleCard({ lesson }: { lesson: LessonId }) {
	const isSimulated = isPlayed(lessonById(lesson));
	const brain = useLoaded(isSimulated ? undefined : loadBrain);
	return (
		<section class="rule-card" aria-label={t.ruleTitle}>
			<h3>{t.ruleTitle}</h3>
			<p class="rule-text">{lessonTexts[lesson].idea}</p>
			{isSimulated && <SimulatedPicture lesson={lesson} shows="rule" moves={false} />}
			{brain !== undefined && (
				<div role="img" aria-label={lessonTexts[lesson].picture}>
					<brain.BrainPicture />
				</div>
			)}
		</section>
	);
}
