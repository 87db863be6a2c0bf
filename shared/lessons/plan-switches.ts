import { z } from "zod";

/** Schema of what a plan switches on and off. */
export const planSwitchesFile = z.strictObject({
	/** Every lesson is played a second time; in a lesson with two sides that is its second part. */
	secondPlay: z.boolean(),
	/** Students talk about what they committed to, and may commit again, before they play. */
	discussion: z.boolean(),
	/** After a round each student sees what they decided. */
	ownDecisions: z.boolean(),
});

/** What a plan switches on and off. */
export type PlanSwitches = Readonly<z.infer<typeof planSwitchesFile>>;

/** Of a plan that says nothing else. */
export const PLAIN_PLAN: PlanSwitches = { secondPlay: true, discussion: false, ownDecisions: true };
