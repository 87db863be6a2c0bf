import { expect, test } from "vitest";
import { TakeBacks } from "../../client/net/take-backs.ts";

test("of several answers that came too late each is taken back, the last first, and no earlier one", () => {
	const backs = new TakeBacks();
	const taken: string[] = [];
	for (const sent of ["in time", "late", "later"]) backs.sent("answer", () => taken.push(sent));
	backs.sent("predict", () => taken.push("prediction"));
	backs.refused("answer");
	backs.refused("answer");
	expect(taken).toEqual(["later", "late"]);
	backs.refused("command");
	backs.refused("predict");
	backs.refused("predict");
	expect(taken).toEqual(["later", "late", "prediction"]);
});
