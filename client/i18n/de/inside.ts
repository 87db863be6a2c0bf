import { brainWords } from "./brain.ts";
import { chipLabels, signalWords } from "./chip.ts";
import { coachWords } from "./coach.ts";
import { guideWords } from "./guide.ts";
import { homeworkWords } from "./homework.ts";
import { labWords } from "./lab.ts";
import { causeWords, lessonWords } from "./lesson.ts";
import { lessonTexts } from "./lessons.ts";
import { machineWords } from "./machine.ts";
import { modeWords } from "./modes.ts";
import { allRefusalWords, debugWords, goneWords, lateWords, playWords } from "./play.ts";
import { levelWords, practiceWords } from "./practice.ts";
import { beliefWords, probeTexts, probeWords } from "./probe.ts";
import { projectorWords } from "./projector.ts";
import { activityWords, roundsWords } from "./rounds.ts";
import { rushWords } from "./rush.ts";
import {
	classesWords,
	deskWords,
	hintWords,
	nextStepWords,
	openWords,
	planWords,
	signInWords,
	steerHints,
	steerWords,
	teachWords,
} from "./teach.ts";
import { teamWords } from "./team.ts";

export const inside = {
	activityWords,
	allRefusalWords,
	lateWords,
	beliefWords,
	brainWords,
	causeWords,
	chipLabels,
	classesWords,
	coachWords,
	debugWords,
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
	openWords,
	planWords,
	playWords,
	practiceWords,
	probeTexts,
	probeWords,
	projectorWords,
	roundsWords,
	rushWords,
	signInWords,
	signalWords,
	steerHints,
	steerWords,
	teachWords,
	teamWords,
};
