/** What a plan switches on and off. */
export type PlanSwitches = {
	/** Every lesson is played a second time; in a lesson with two sides that is its second part. */
	readonly secondPlay: boolean;
	/** Students talk about what they committed to, and may commit again, before they play. */
	readonly discussion: boolean;
	/** After a round each student sees what they decided. */
	readonly ownDecisions: boolean;
};

/** Of a plan that says nothing else. */
export const PLAIN_PLAN: PlanSwitches = { secondPlay: true, discussion: false, ownDecisions: true };
