import { formatFor } from "./base/format.ts";
import { keepUnits } from "./base/keep-units.ts";
import type { Entrance, Inside } from "./dictionary.ts";
import { LANGUAGES, type Language } from "./languages.ts";

// The words of the language in use. Imports of these see what is loaded: read them where something is
// shown, never while a file is loaded.
export let commonWords: Entrance["commonWords"];
export let errorWords: Entrance["errorWords"];
export let joinWords: Entrance["joinWords"];

export let activityWords: Inside["activityWords"];
export let allRefusalWords: Inside["allRefusalWords"];
export let lateWords: Inside["lateWords"];
export let beliefWords: Inside["beliefWords"];
export let brainWords: Inside["brainWords"];
export let causeWords: Inside["causeWords"];
export let chipLabels: Inside["chipLabels"];
export let classesWords: Inside["classesWords"];
export let coachWords: Inside["coachWords"];
export let debugWords: Inside["debugWords"];
export let deskWords: Inside["deskWords"];
export let goneWords: Inside["goneWords"];
export let guideWords: Inside["guideWords"];
export let hintWords: Inside["hintWords"];
export let homeworkWords: Inside["homeworkWords"];
export let labWords: Inside["labWords"];
export let lessonTexts: Inside["lessonTexts"];
export let lessonWords: Inside["lessonWords"];
export let levelWords: Inside["levelWords"];
export let machineWords: Inside["machineWords"];
export let modeWords: Inside["modeWords"];
export let nextStepWords: Inside["nextStepWords"];
export let openWords: Inside["openWords"];
export let planWords: Inside["planWords"];
export let playWords: Inside["playWords"];
export let practiceWords: Inside["practiceWords"];
export let probeTexts: Inside["probeTexts"];
export let probeWords: Inside["probeWords"];
export let projectorWords: Inside["projectorWords"];
export let roundsWords: Inside["roundsWords"];
export let rushWords: Inside["rushWords"];
export let signInWords: Inside["signInWords"];
export let signalWords: Inside["signalWords"];
export let steerHints: Inside["steerHints"];
export let steerWords: Inside["steerWords"];
export let teachWords: Inside["teachWords"];
export let teamWords: Inside["teamWords"];

/** Speaks `language` from now on: what the start page needs. Numbers and dates follow it. */
export async function loadEntrance(language: Language): Promise<void> {
	const dictionary: Entrance = (await LANGUAGES[language].entrance()).entrance;
	formatFor(language);
	({ commonWords, errorWords, joinWords } = dictionary);
}

/** The words of all other pages. */
export async function loadInside(language: Language): Promise<void> {
	const dictionary: Inside = keepUnits((await LANGUAGES[language].inside()).inside);
	({
		activityWords,
		allRefusalWords,
		lateWords,
		causeWords,
		chipLabels,
		classesWords,
		coachWords,
		debugWords,
	} = dictionary);
	({
		deskWords,
		goneWords,
		guideWords,
		hintWords,
		homeworkWords,
		labWords,
		lessonTexts,
		lessonWords,
		levelWords,
		machineWords,
		modeWords,
		nextStepWords,
	} = dictionary);
	({ openWords, planWords, playWords, practiceWords, projectorWords, roundsWords, rushWords, signInWords } =
		dictionary);
	({ beliefWords, brainWords, probeTexts, probeWords } = dictionary);
	({ signalWords, steerHints, steerWords, teachWords, teamWords } = dictionary);
}
