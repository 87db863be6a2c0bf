import { expect, test } from "vitest";
import { advise } from "../../client/play/advise.ts";
import { sayAdvice } from "../../client/play/say-advice.ts";
import { POLICIES, policyById } from "../../shared/policies/table.ts";
import { advance } from "../../shared/sim/advance.ts";
import { applyCommand } from "../../shared/sim/apply-command.ts";
import { checksum } from "../../shared/sim/checksum.ts";
import { cloneChip } from "../../shared/sim/clone.ts";
import { NS_PER_PLAY_S } from "../../shared/sim/units.ts";
import { peopleChip, richScenario } from "./rich-scenario.ts";

test.each(POLICIES.map(({ id }) => id))(
	"a hint by %s is one legal command, said in one sentence, and changes nothing",
	(id) => {
		const chip = peopleChip(richScenario());
		advance(chip, 9 * NS_PER_PLAY_S);
		const before = checksum(chip);
		for (let seat = 0; seat < chip.seats.length; seat++) {
			const advice = advise(chip, seat, policyById(id));
			if (advice === undefined) continue;
			expect(applyCommand(cloneChip(chip), seat, advice.command)).toMatchObject({ ok: true });
			expect(sayAdvice(chip, seat, advice)).toMatch(/^[A-Z].*[^.]\.$/);
		}
		expect(checksum(chip)).toBe(before);
	},
);

test("a hint gives the reason with its number", () => {
	const chip = peopleChip(richScenario());
	advance(chip, 9 * NS_PER_PLAY_S);
	const advice = advise(chip, 1, policyById("lpt"));
	const longestNs = Math.max(
		...chip.shared
			.map((id) => chip.threads[id])
			.flatMap((thread) => (thread?.state === "ready" && thread.spec.needs === "" ? [thread.workNs] : [])),
	);
	expect(advice?.reason).toEqual({ key: "longest", value: longestNs / NS_PER_PLAY_S });
	if (advice !== undefined) expect(sayAdvice(chip, 1, advice)).toContain("it is the longest");
});
