/** One thing that the explanation of a round shows. */
export type ExplainPart =
	/** The teams' scores. */
	| "scores"
	/** How an open round ended for whom: verdict, podium, record, backlog over time and what the result is made of. */
	| "standings"
	/** What every chip reached in the lesson's measure, beside its naive policy and the best known. */
	| "measureBars"
	/** Speed-up over one core: of chips of one size as bars, of several sizes against Amdahl's law. */
	| "speedupBars"
	| "speedupPlot"
	/** The law far beyond the chips that were played. */
	| "limitPlot"
	/** What the cores' time went to. */
	| "causes"
	/** What everybody had committed to, beside the truth; then why it is the truth, in words or with its schedule drawn. */
	| "predictions"
	| "reason"
	| "schedule"
	/** What the class measured on itself, with what it had predicted. */
	| "experiment"
	/** Stretches of the round that are worth another look. */
	| "moments"
	/** The questions, for who answers them. */
	| "questions"
	/** The same situation as a program: with what the model leaves out, and alone. */
	| "code"
	| "program"
	/** What the student who looks has met, used and explained. */
	| "evidence";

type Panel<Look extends string> = { readonly look: Look; readonly parts: readonly ExplainPart[] };

/** Read from top to bottom: under the headline, then panels of half the width or all of it, or without a frame. */
export type ExplainPage = {
	readonly type: "page";
	readonly head: readonly ExplainPart[];
	readonly panels: readonly Panel<"half" | "wide" | "bare">[];
};

/** Two columns of the same height, so that nobody has to scroll. */
export type ExplainColumns = {
	readonly type: "columns";
	readonly columns: readonly (readonly Panel<"measured" | "foreseen" | "time" | "code" | "bare">[])[];
};

/** What the explanation of a lesson shows, and in which order. */
export type Explanation = {
	readonly page: ExplainPage;
	readonly projector: ExplainPage | ExplainColumns;
};

/** Comes last on every page of a round that was played. */
const AFTERWARDS: ExplainPage["panels"] = [
	{ look: "wide", parts: ["moments"] },
	{ look: "wide", parts: ["questions"] },
	{ look: "wide", parts: ["code"] },
	{ look: "bare", parts: ["evidence"] },
];

/** What was measured, over where the time went; beside it what was predicted, and why. */
export function explainedBy(
	figure: ExplainPart,
	reason: "reason" | "schedule" = "reason",
): Explanation & { page: ExplainPage; projector: ExplainColumns } {
	return {
		page: {
			type: "page",
			head: ["scores"],
			panels: [
				{ look: "half", parts: [figure, "causes"] },
				{ look: "half", parts: ["predictions", reason] },
				...AFTERWARDS,
			],
		},
		projector: {
			type: "columns",
			columns: [
				[
					{ look: "measured", parts: [figure] },
					{ look: "foreseen", parts: ["predictions", reason] },
				],
				[
					{ look: "time", parts: ["causes", "moments"] },
					{ look: "code", parts: ["program"] },
				],
			],
		},
	};
}

/** Of an ordinary lesson. */
const BY_MEASURE = explainedBy("measureBars");

/** A law: its curve has a panel for itself, and so has what lies far beyond the chips that were played. */
export const BY_LAW: Explanation = {
	page: {
		type: "page",
		head: ["scores"],
		panels: [
			{ look: "half", parts: ["speedupPlot"] },
			{ look: "half", parts: ["predictions", "limitPlot"] },
			{ look: "wide", parts: ["causes"] },
			...AFTERWARDS,
		],
	},
	projector: explainedBy("speedupPlot").projector,
};

/** The open round: who held out comes first, and on the projector leaves no room for bars and program. */
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

/** What people measured on themselves, who had no chip that could be shown. */
export const BY_EXPERIMENT: Explanation = {
	page: {
		type: "page",
		head: [],
		panels: [
			{ look: "bare", parts: ["experiment"] },
			{ look: "wide", parts: ["questions"] },
			{ look: "wide", parts: ["code"] },
		],
	},
	projector: { type: "page", head: [], panels: [{ look: "bare", parts: ["experiment"] }] },
};
