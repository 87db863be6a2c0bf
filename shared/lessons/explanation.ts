/** One element of the explanation of a round. */
export type ExplainPart =
	/** The teams' scores. */
	| "scores"
	/** What a second play of the same round has changed. */
	| "change"
	/** The rule that wins, which play has not told, and what it changes. */
	| "rule"
	/** Results of an open round: verdict, podium, record, backlog over time and the terms of the result. */
	| "standings"
	/** Every chip's value in the lesson's measure, beside its naive policy and the best known. */
	| "measureBars"
	/** Speed-up over one core: bars for chips of one size, a plot against Amdahl's law for several. */
	| "speedupBars"
	| "speedupPlot"
	/** The law far beyond the sizes of the chips that were played. */
	| "limitPlot"
	/** Causes of core time. */
	| "causes"
	/** The predictions beside the true value; then why it is true, in words or as a drawn schedule. */
	| "predictions"
	| "reason"
	| "schedule"
	/** The class's own measurements, beside its predictions. */
	| "experiment"
	/** A bench on which only the way of waiting at locks differs. */
	| "lockBench"
	/** Moments of the round worth replaying. */
	| "moments"
	/** The questions, on the screens of those who answer them. */
	| "questions"
	/** The same situation as a program: with what the model leaves out, and alone. */
	| "code"
	| "program"
	/** What the student has met, used and explained. */
	| "evidence";

type Panel<Look extends string> = { readonly look: Look; readonly parts: readonly ExplainPart[] };

/** A page read from top to bottom: parts under the headline, then panels of half or full width or without a frame. */
export type ExplainPage = {
	readonly type: "page";
	readonly head: readonly ExplainPart[];
	readonly panels: readonly Panel<"half" | "wide" | "bare">[];
};

/** Two columns of equal height, for a screen that nobody scrolls. */
export type ExplainColumns = {
	readonly type: "columns";
	readonly columns: readonly (readonly Panel<"measured" | "foreseen" | "time" | "code" | "bare">[])[];
};

/** What the explanation of a lesson shows, in order, on a student's page and on the projector. */
export type Explanation = {
	readonly page: ExplainPage;
	readonly projector: ExplainPage | ExplainColumns;
};

/** First panels on every page: what a second play has changed, and the rule. */
const CHANGE: ExplainPage["panels"][number] = { look: "wide", parts: ["change"] };
const RULE: ExplainPage["panels"][number] = { look: "wide", parts: ["rule"] };

/** Last panels on every page of a round that was played. */
const AFTERWARDS: ExplainPage["panels"] = [
	{ look: "wide", parts: ["moments"] },
	{ look: "wide", parts: ["questions"] },
	{ look: "wide", parts: ["code"] },
	{ look: "bare", parts: ["evidence"] },
];

/**
 * Explanation of an ordinary lesson: the measured figure above the causes, beside the predictions and their reason.
 * A `bench`, on which something is tried that play does not show, follows them, on the projector in the program's
 * place.
 */
export function explainedBy(
	figure: ExplainPart,
	reason: "reason" | "schedule" = "reason",
	bench?: ExplainPart,
): Explanation & { page: ExplainPage; projector: ExplainColumns } {
	return {
		page: {
			type: "page",
			head: ["scores"],
			panels: [
				CHANGE,
				RULE,
				{ look: "half", parts: [figure, "causes"] },
				{ look: "half", parts: ["predictions", reason] },
				...(bench === undefined ? [] : [{ look: "wide" as const, parts: [bench] }]),
				...AFTERWARDS,
			],
		},
		projector: {
			type: "columns",
			columns: [
				[
					{ look: "foreseen", parts: ["change"] },
					{ look: "measured", parts: [figure] },
					{ look: "foreseen", parts: ["predictions", reason] },
				],
				[
					{ look: "time", parts: ["causes", "moments"] },
					{ look: "code", parts: [bench ?? "program"] },
				],
			],
		},
	};
}

/** Explanation of an ordinary lesson. */
const BY_MEASURE = explainedBy("measureBars");

/**
 * Explanation of a law: its curve has a panel of its own, and so has its limit far beyond the chips that were
 * played.
 */
export const BY_LAW: Explanation = {
	page: {
		type: "page",
		head: ["scores"],
		panels: [
			CHANGE,
			RULE,
			{ look: "half", parts: ["speedupPlot"] },
			{ look: "half", parts: ["predictions", "limitPlot"] },
			{ look: "wide", parts: ["causes"] },
			...AFTERWARDS,
		],
	},
	projector: explainedBy("speedupPlot").projector,
};

/** Explanation of the open round: the standings come first, and on the projector take the place of bars and program. */
export const BY_STANDINGS: Explanation = {
	page: { ...BY_MEASURE.page, head: ["scores", "standings"] },
	projector: {
		type: "columns",
		columns: [
			[{ look: "bare", parts: ["standings"] }],
			[
				{ look: "time", parts: ["causes", "moments"] },
				{ look: "foreseen", parts: ["predictions", "reason"] },
			],
		],
	},
};

/** Explanation of an experiment: people's own measurements, without a chip that could be shown. */
export const BY_EXPERIMENT: Explanation = {
	page: {
		type: "page",
		head: [],
		panels: [
			{ look: "bare", parts: ["experiment"] },
			RULE,
			{ look: "wide", parts: ["questions"] },
			{ look: "wide", parts: ["code"] },
		],
	},
	projector: { type: "page", head: [], panels: [{ look: "bare", parts: ["experiment"] }] },
};
