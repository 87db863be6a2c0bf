import type { Verdict } from "#shared/brain/verdict.ts";
import { counted, fixed, number, percent } from "../base/format.ts";

export const brainWords = {
	tasksPicture: "Many dots, one of another colour; then a coloured square with a number in it.",
	needs: "This experiment needs eyes on the screen and two quick hands.",
	needsText:
		"You can sit it out. Nobody is told who did; your class only sees how many. You see the result with everyone else.",
	sitOut: "Sit this one out",
	sitOutSure: "Sit out? Press again",
	begin: "Begin",
	checking: "Looking at your screen …",
	slowScreen: (perSecond: number) =>
		`Your screen draws only ${number(perSecond)} pictures a second. You can take part, but your times will not count. Closing other windows may help.`,
	paused: "Paused. Afterwards it goes on from here.",

	searchTitle: "First: many look at once",
	searchText: "Dots appear. Is one of them orange? Answer as fast as you can.",
	searchKeys: { left: "No", right: "Yes" },
	searchTrial: (index: number, of: number) => `Display ${index + 1} of ${number(of)}`,

	dualTitle: "Now: two answers at a time",
	dualText: "A square appears: answer its colour at once. Then a number appears in it: answer that too.",
	dualRule: "Colour first, at once. Do not wait for the number. Both as fast as you can.",
	colours: ["Blue", "Orange"],
	leftHand: "Left hand",
	rightHand: "Right hand",
	practiceTrial: (index: number, of: number) => `Practice ${index + 1} of ${number(of)}`,
	dualTrial: (index: number, of: number) => `Trial ${index + 1} of ${number(of)}`,
	feedback: {
		right: "Both right",
		colour: "The colour was wrong",
		digit: "The number was wrong",
		both: "Both were wrong",
		missed: "Too slow: answer both",
		waited: "Colour first, at once",
	},

	doneTitle: "You are done",
	doneText: "Thank you. This is your own curve; only you can see it.",
	satOutTitle: "You sit this one out",
	satOutText: "That is fine. The result of the class comes next.",
	waiting: "Waiting for the others …",
	showResult: "Show the result",
	verdicts: {
		counted: (kept: number, done: number) =>
			`${number(kept)} of your ${counted(done, "trial", "trials")} count: both answers right and everything shown in time.`,
		coarseClock:
			"Your browser rounds times to a tenth of a second to protect you, so your times do not count for the class.",
		slowScreen:
			"Your screen drew too slowly to show the gaps exactly, so your times do not count for the class.",
		fewRight: "Too few answers were right, so your times do not count for the class.",
		fewTrials: "Too few trials are left for every gap, so your times do not count for the class.",
		satOut: "You sat this one out.",
	},

	progress: (done: number, of: number) =>
		`${number(done)} of ${counted(of, "student is", "students are")} done`,
	whoNotYet:
		"Whose times do not count, and why, is told as numbers when all are through. Before, it would tell who.",
	projectorTitle: "Look at your own screen",
	projectorText:
		"To begin with: find the dot. After that: first the colour, at once, then the number. All as fast as you can.",

	headlineFew: "Decisions queue at a bottleneck: the sooner the number follows, the longer it waits.",
	headlineReference:
		"Decisions queue at a bottleneck: 473 others waited longer, the sooner the number followed the colour.",
	curveTitle: "How long the number waited",
	curveNote:
		"Seeing goes on side by side; deciding is one at a time. As on a lock: what comes 100 ms earlier waits 100 ms longer.",
	curveFit: (effectMs: number, marginMs: number, slope: number) =>
		`Waiting at the shortest gap: ${number(effectMs)} ± ${number(marginMs)} ms. Slope up to 300 ms: ${fixed(slope, 2)}; a pure queue has −1.`,
	curveFew: (people: number, needed: number) =>
		`${counted(people, "person counts", "people count")}. From ${number(needed)} on a class curve is fitted; until then there are only points, beside the curve of 473 others.`,
	curveNobody: (people: number, needed: number) =>
		`${counted(people, "person counts", "people count")}. Times of a class are shown from ${number(needed)} on, so that nobody’s can be guessed; until then this is the curve of 473 others.`,
	curveAlone: "Your own curve beside that of 473 others. It stays with you.",
	curveOwn:
		"Your own curve. Only you see it; people’s times are not to be compared, their devices differ too.",
	numberAnswer: "number",
	colourAnswer: "colour",
	ownNumber: "your number",
	ownColour: "your colour",
	guide: "slope −1: pure queue",
	chip: "the chip, same stages",
	reference: "473 others",
	gapAxis: "ms from colour to number",
	timeAxis: "ms to answer",
	gap: "Gap",
	table: "Numbers as a table",
	ms: (ms: number) => `${number(ms)} ms`,

	chipTitle: "The same on a chip: two cores, one lock",
	chipNote: (classMeasured: boolean) =>
		classMeasured
			? "The simulator’s two cores with your class’s own stage times. The diamond is your class’s answer to the number."
			: "The simulator’s two cores with the stage times of the 473 others. The diamond is their answer to the number.",
	chipSteady: (classMeasured: boolean) =>
		classMeasured
			? "The chip’s stages always take the same time; yours vary, so your curve bends more gently."
			: "The chip’s stages always take the same time; people’s vary, so their curve bends more gently.",
	parts: { see: "sees", wait: "waits for the lock", decide: "decides", move: "presses" },
	later: "later",
	gapLane: (ms: number) => `${number(ms)} ms`,
	lanes: ["colour", "number"],

	searchPlotTitle: "Many look at once",
	searchNote: (msPerItem: number) =>
		`Each further dot cost ${fixed(msPerItem, 1)} ms. Below about 10 the whole picture is looked at at once.`,
	searchNone: "Too few displays were answered to say more.",
	searchItems: (items: number) => counted(items, "dot", "dots"),

	countTitle: "What was counted",
	modelTitle: "What this leaves out",
	countPeople: (counted_: number, of: number) =>
		`Counted: ${number(counted_)} of ${counted(of, "student", "students")}.`,
	countTrials: (kept: number, dropped: number) =>
		`${counted(kept, "trial", "trials")} kept, ${number(dropped)} left out. Practice never counts.`,
	grouped: (share: number) => `In ${percent(share)} of the trials both answers came as one, within 100 ms.`,
	rt1Rise: (ms: number) =>
		`The colour’s answer changed by ${number(ms)} ms from the shortest to the longest gap.`,
	caveat:
		"A queue at a bottleneck is the simplest account of this curve. The brain does more side by side than it says, and practice shortens the wait.",
	excluded: {
		counted: (n: number) => `${number(n)} counted.`,
		coarseClock: (n: number) => `${number(n)} left out: the browser’s clock is too coarse.`,
		slowScreen: (n: number) => `${number(n)} left out: the screen is too slow.`,
		fewRight: (n: number) => `${number(n)} left out: too few right answers.`,
		fewTrials: (n: number) => `${number(n)} left out: too few trials.`,
		satOut: (n: number) => `${number(n)} sat it out.`,
	} satisfies Record<Verdict, (n: number) => string>,
} as const;
