import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAMILY_IDS, type FamilyId } from "#shared/lab/family.ts";
import type { Field, FieldKey, Value } from "#shared/lab/field.ts";
import { readSetup, writeSetup } from "#shared/lab/link.ts";
import {
	differences,
	fieldsOf,
	lawOf,
	type Setup,
	scenarioFileOf,
	scenarioOf,
	standardSetup,
	withFamily,
	withValue,
} from "#shared/lab/setup.ts";
import { runnableOf, SWEPT_CORES, scenarioOn } from "#shared/lab/subject.ts";
import { POLICIES } from "#shared/policies/table.ts";
import { sweep } from "#shared/result/sweep.ts";
import { runToEnd } from "#shared/sim/advance.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { holds } from "../setup/holds.ts";
import { runAll } from "./runs.ts";

/** Many times what the busiest set-up needs, and still over in seconds. */
const EVENTS_MAX = 400_000;

const standard = (family: FamilyId) => standardSetup(family);
const runOf = (setup: Setup) => runAll(runnableOf({ type: "setup", ...setup }), EVENTS_MAX);

function anyValue(field: Field): fc.Arbitrary<Value> {
	if (field.type === "choice") return fc.constantFrom(...field.options);
	const steps = Math.floor((field.max - field.min) / field.step);
	return fc.nat({ max: steps }).map((step) => field.min + step * field.step);
}

/** Any set-up that somebody can make by moving sliders, one after the other. */
const setups: fc.Arbitrary<Setup> = fc.constantFrom(...FAMILY_IDS).chain((family) => {
	const fields = Object.entries(fieldsOf(family)) as [FieldKey, Field][];
	const moves = fields.map(([key, field]) => anyValue(field).map((value) => ({ key, value })));
	return fc
		.tuple(...moves)
		.map((made) => made.reduce((setup, { key, value }) => withValue(setup, key, value), standard(family)));
});

describe("set-ups", () => {
	test("a link gives back exactly the set-up that was written", () => {
		holds(
			"lab link",
			fc.property(setups, (setup) => {
				expect(readSetup(writeSetup(setup))).toEqual({ setup, problems: [] });
			}),
		);
	});

	test("however sliders are moved, there are 1 to 16 cores and the scenario runs to its end", () => {
		holds(
			"lab sliders",
			fc.property(setups, (setup) => {
				const { events, chip } = runOf(setup);
				expect(events).toBeLessThan(EVENTS_MAX);
				expect(chip.finished).toBe(true);
				expect(chip.cores.length).toBeGreaterThanOrEqual(1);
				expect(chip.cores.length).toBeLessThanOrEqual(16);
			}),
			{ numRuns: 40 },
		);
	});

	test("every program ends under every policy", () => {
		const stuck = FAMILY_IDS.flatMap((family) =>
			POLICIES.filter(({ id }) => !runOf(withValue(standard(family), "policy", id)).chip.finished).map(
				({ id }) => `${family} under ${id}`,
			),
		);
		expect(stuck).toEqual([]);
	});

	test("the file of a set-up gives, with its seed, the run that the lab shows", () => {
		for (const family of FAMILY_IDS) {
			const parsed = parseScenario(JSON.parse(JSON.stringify(scenarioFileOf(standard(family)))));
			if (!parsed.ok) throw new Error(parsed.reason.join("; "));
			const { policy, seed } = runnableOf({ type: "setup", ...standard(family) });
			const seats = botSeats(parsed.value.machine.cores.length, policy);
			const opened = createChip({ scenario: parsed.value, seed, pace: "machine", seats });
			runToEnd(opened);
			expect(checksum(opened)).toBe(checksum(runOf(standard(family)).chip));
		}
	});

	test("cores of one kind make room for those of the other", () => {
		const little = withValue(standard("equal"), "eCores", 14);
		expect(little.values).toMatchObject({ pCores: 2, eCores: 14 });
		expect(withValue(little, "pCores", 0).values).toMatchObject({ pCores: 0, eCores: 14 });
		expect(withValue(standard("equal"), "pCores", 0).values).toMatchObject({ pCores: 0, eCores: 1 });
	});

	test("another program begins as it is seen best, with the same seed", () => {
		const seeded = withValue(standard("lock"), "seed", 77);
		expect(withFamily(seeded, "deadlines")).toEqual(withValue(standard("deadlines"), "seed", 77));
	});

	test("two set-ups differ in what was changed", () => {
		const one = standard("neighbours");
		const other = withValue(withValue(one, "reservedPercent", 80), "streams", 5);
		expect(differences(one, other).sort()).toEqual(["reservedPercent", "streams"]);
		expect(differences(one, one)).toEqual([]);
	});
});

describe("links that are broken", () => {
	test("say what was wrong, use the standard for that, and keep the rest", () => {
		const { setup, problems } = readSetup("lock.holdMs-9999.waiting-sleepily.stripes-4.colour-red.pCores");
		expect(setup).toEqual(withValue(standard("lock"), "stripes", 4));
		expect(problems).toEqual([
			{ type: "value", key: "holdMs", field: fieldsOf("lock").holdMs, found: "9999", used: 300 },
			{ type: "value", key: "waiting", field: fieldsOf("lock").waiting, found: "sleepily", used: "block" },
			{ type: "unknownField", found: "colour" },
			{ type: "value", key: "pCores", field: fieldsOf("lock").pCores, found: "", used: 8 },
		]);
	});

	test("an unknown program gives the first one", () => {
		expect(readSetup("quantum.pCores-3")).toEqual({
			setup: standard("equal"),
			problems: [{ type: "family", found: "quantum", used: "equal" }],
		});
	});

	test("too many cores give the program's own", () => {
		const { setup, problems } = readSetup("deadlines.pCores-16.eCores-9");
		expect(setup).toEqual(standard("deadlines"));
		expect(problems).toEqual([{ type: "cores", used: 4 }]);
	});

	test("whatever the text is, there is a set-up that runs", () => {
		const texts = fc.oneof(
			fc.string(),
			fc.string().map((text) => `lock.${text}`),
		);
		holds(
			"lab link of any text",
			fc.property(texts, (text) => {
				expect(scenarioOf(readSetup(text).setup).machine.cores.length).toBeGreaterThan(0);
			}),
		);
		for (const text of ["__proto__", "lock.__proto__-1", "lock.constructor-2", "lock.pCores-1e1"])
			expect(readSetup(text).problems.length, text).toBe(1);
	});
});

describe("what theory says, and what is measured", () => {
	const speedups = (setup: Setup) => {
		const subject = { type: "setup", ...setup } as const;
		const points = sweep({
			...runnableOf(subject),
			cores: SWEPT_CORES,
			scenarioOn: (cores) => scenarioOn(subject, cores),
			pace: "machine",
		});
		return [...points].map(({ speedup }) => speedup);
	};

	test("90 % parallel on 16 cores: as Amdahl says, but for switches", () => {
		expect(lawOf(standard("amdahl"))).toEqual({ type: "amdahl", parallelShare: 0.9 });
		expect(speedups(standard("amdahl")).at(-1)).toBeCloseTo(6.4, 1);
	});

	test("25 equal tasks on 16 cores are two rounds; unequal ones have no such law", () => {
		expect(lawOf(standard("equal"))).toEqual({ type: "equalTasks", tasks: 25 });
		expect(speedups(standard("equal")).at(-1)).toBeCloseTo(12.5, 1);
		expect(lawOf(withValue(standard("equal"), "unevenPercent", 50))).toBeUndefined();
	});

	test("a lock held a fifth of the time lets no more than five cores in", () => {
		const setup = withValue(withValue(standard("lock"), "spread", "fixed"), "waiting", "spin");
		const measured = speedups(setup);
		expect(lawOf(setup)).toEqual({ type: "bottleneck", limit: 5 });
		expect(measured[1]).toBeCloseTo(2, 1);
		// Before the first of them queue all sixteen work: 2 % of the time that is looked at.
		expect(measured.at(-1)).toBeGreaterThan(4.95);
		expect(measured.at(-1)).toBeLessThan(5.15);
	});
});
