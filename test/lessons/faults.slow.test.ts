import { describe, expect, test } from "vitest";
import { lessonFaults, planFaults } from "#shared/evaluation/lesson-faults.ts";
import { scoreFaults } from "#shared/evaluation/score-faults.ts";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import { READY_PLANS } from "#shared/lessons/plans.ts";
import { LESSONS, lessonById } from "#shared/lessons/table.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { LessonText } from "../../client/i18n/base/lesson-texts.ts";
import { LANGUAGES } from "../../client/i18n/languages.ts";
import { textFaults } from "./text-faults.ts";

const TEXTS = await Promise.all(
	Object.entries(LANGUAGES).map(async ([language, { inside }]) => {
		const { lessonTexts } = (await inside()).inside;
		return { language, lessonTexts };
	}),
);

describe.each(LESSONS)("the lesson $id", (lesson) => {
	test("has a file without a fault", () => {
		expect(lessonFaults(lesson)).toEqual([]);
	});

	test("has every text in every language", () => {
		expect(
			TEXTS.flatMap(({ language, lessonTexts }) => textFaults(lesson, language, lessonTexts[lesson.id])),
		).toEqual([]);
	});

	test("has a score that can be reached", () => {
		expect(scoreFaults(lesson)).toEqual([]);
	});
});

test("every lesson is in the table, and every ready plan fits its period", () => {
	expect(LESSONS.map(({ id }) => id)).toEqual([...LESSON_IDS]);
	expect(READY_PLANS.flatMap(planFaults)).toEqual([]);
});

describe("a broken lesson is told with the lesson, the field and the reason", () => {
	const whole = lessonById("false-sharing");
	const broken = (change: object): Lesson => Object.assign({}, whole, change);
	const { actions, policies, prediction, concepts = [] } = whole;

	test.each<[string, object, string]>([
		[
			"an unknown action",
			{ actions: { ...actions, core: [...actions.core, "jump"] } },
			'actions.core has "jump", which is no command that a player may give',
		],
		[
			"a command of the class's own",
			{ actions: { ...actions, scheduler: ["deal", "drive"] } },
			'actions.scheduler has "drive", which is no command that a player may give',
		],
		[
			"a decision that nobody may carry out",
			{ actions: { ...actions, core: ["plan", "signal"] } },
			'decisions: the core decides "way", but may do nothing about it (choose)',
		],
		[
			"a way that goes with no deal",
			{ actions: { ...actions, dealsWays: true, scheduler: ["plan"] } },
			"dealsWays is set, but actions.scheduler has no deal with which a way could go",
		],
		[
			"a way that no task has",
			{
				actions: { ...actions, dealsWays: true },
				createScenario: lessonById("cache-affinity").createScenario,
			},
			"dealsWays is set, but no task of its scenario has a choice of ways",
		],
		["nothing to decide", { decisions: [] }, "decisions is empty: nobody has anything to do"],
		[
			"an unknown expert",
			{ policies: { ...policies, expert: "insight:nobody" } },
			'policies.expert is "insight:nobody", which is no policy',
		],
		[
			"a truth that cannot be said",
			{ prediction: { ...prediction, truth: 4.5 } },
			"prediction.truth is 4.5, which nobody can say between 0 and 4",
		],
		[
			"a truth that is no number",
			{ prediction: { ...prediction, truth: Number.NaN } },
			"prediction.truth is NaN, which nobody can say between 0 and 4",
		],
		[
			"a prediction without a range",
			{ prediction: { ...prediction, max: 0 } },
			"prediction goes from 0 to 0 in steps of 0.01, which is no range to choose from",
		],
		[
			"a right choice that there is not",
			{ questions: [{ choices: 3, right: 3 }, ...whole.questions.slice(1)] },
			"questions[0].right is 3, but it has 3 choices, from 0",
		],
		[
			"a concept without a question",
			{ concepts: concepts.map((concept) => ({ ...concept, question: 7 })).slice(0, 1) },
			'concepts: "locality" is explained by question 7; there are 3, from 0',
		],
		["seats for nobody", { botSeats: [9] }, "botSeats has 9, but its smallest chip has seats 0 to 4"],
		[
			"no set of chips",
			{ chipCores: [4, 8], chipsMin: 3 },
			"chipsMin is 3, which is no multiple of its 2 chipCores",
		],
		[
			"one side",
			{ kind: { type: "compared", sides: ["packed"] } },
			"kind compares 1 sides (packed); it takes two",
		],
	])("%s", (_, change, fault) => {
		expect(lessonFaults(broken(change))).toContain(`false-sharing: ${fault}`);
	});

	test("a scenario that cannot be played", () => {
		const nowhere = broken({
			createScenario: (setup: Parameters<Lesson["createScenario"]>[0]) => ({
				...whole.createScenario(setup),
				locks: [],
			}),
		});
		expect(lessonFaults(nowhere).join("\n")).toContain(
			"false-sharing: createScenario for 4 cores, starter, side 0: jobs[",
		);
	});

	test("a lesson that fits into no period", () => {
		const end = { type: "horizon", ns: 2_700 * NS_PER_PLAY_S } as const;
		const long = broken({
			createScenario: (setup: Parameters<Lesson["createScenario"]>[0]) => ({
				...whole.createScenario(setup),
				end,
			}),
		});
		expect(lessonFaults(long)).toContain(
			"false-sharing: takes 99 minutes at its longest (starter), which fits into no period (45, 90 with coming in)",
		);
	});

	test("a plan that does not fit", () => {
		expect(planFaults({ period: 45, lessons: LESSON_IDS, switches: PLAIN_PLAN })).toEqual([
			expect.stringMatching(
				/^plan of parallel-work, .*: takes \d+ minutes with coming in, which do not fit into 45$/,
			),
		]);
	});

	test("a best known that equals the naive policy", () => {
		const same = broken({ policies: { ...policies, expert: policies.naive, constants: [], rivals: [] } });
		expect(scoreFaults(same)).toEqual(
			onBothSides("its best known equals its naive policy \\(in-turn [\\d.]+, "),
		);
	});

	test("a score that who knows the idea does not reach", () => {
		const turned = broken({
			policies: { ...policies, expert: policies.naive, constants: [policies.expert] },
		});
		expect(scoreFaults(turned)).toEqual(
			onBothSides("cannot be reached: who knows its idea comes to 0 of 100 \\("),
		);
	});

	test("a measure that is no number", () => {
		const lost = broken({ measure: { ...whole.measure, of: () => Number.NaN } });
		expect(scoreFaults(lost)).toEqual(
			onBothSides("kept is NaN for its naive policy and NaN for its expert policy: no number$"),
		);
	});

	/** The score of each side has that fault, given as a pattern. */
	function onBothSides(fault: string): unknown[] {
		return sideKeysOf(whole).map((side): unknown =>
			expect.stringMatching(new RegExp(`^false-sharing: score of side "${side}": ${fault}`)),
		);
	}
});

describe("a text that is missing is told with the language and the key", () => {
	const whole = lessonById("processes-threads");
	const text = TEXTS[0]?.lessonTexts["processes-threads"];
	const faultsOf = (change: object) =>
		textFaults(whole, "xx", Object.assign({}, text, change) satisfies Partial<LessonText> as LessonText);

	test.each<[string, object, string]>([
		["a text", { predict: "" }, "predict is empty"],
		["a part of one", { guide: { goal: "x", watchFor: [], ask: ["x"] } }, "guide.watchFor is empty"],
		["the name of a side", { sides: { threads: "threads" } }, "sides.processes is missing"],
		[
			"the name of a way",
			{ ways: { thread: "thread", process: "process" } },
			"ways.shared memory is missing",
		],
		["questions", { questions: text?.questions.slice(1) }, "questions has 2 texts for 3 questions"],
		[
			"a choice",
			{ questions: text?.questions.map((words) => ({ ...words, choices: words.choices.slice(1) })) },
			"questions[0].choices has 2 texts for 3 choices",
		],
		[
			"a belief",
			{ questions: text?.questions.map((words) => ({ ...words, beliefs: ["", "", ""] })) },
			"questions[0].beliefs[0] is missing behind a wrong choice",
		],
	])("%s", (_, change, fault) => {
		expect(faultsOf(change)).toContain(`processes-threads (xx): ${fault}`);
	});

	test("all of them", () => {
		expect(textFaults(whole, "xx", undefined)).toEqual(["processes-threads (xx): has no texts"]);
	});
});
