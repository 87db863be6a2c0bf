import type { LessonId } from "#shared/lessons/ids.ts";

/** Numbers of the class's own round that questions quote. */
export type Facts = {
	/** Cores of the largest chip, its speed-up, and the share of its time lost behind serial parts. */
	readonly cores: number;
	readonly speedup: number;
	readonly idleSerialShare: number;
	/** Share of all core time that was useful. */
	readonly usefulShare: number;
};

export type QuestionWords = {
	readonly ask: (facts: Facts) => string;
	readonly choices: readonly string[];
	/** Shown after answering. */
	readonly why: string;
};

/** What a lesson says, in one language. */
export type LessonTexts = Record<
	LessonId,
	{
		readonly brief: readonly string[];
		readonly picture: string;
		readonly predict: string;
		readonly predictUnit: string;
		readonly questions: readonly QuestionWords[];
	}
>;
