import "./no-eval.ts";
import { z } from "zod";
import type { DeepReadonly } from "#shared/lib/deep-readonly.ts";
import {
	classAnswer,
	codeAnswer,
	errorAnswer,
	homeworkAnswer,
	homeworkStartedAnswer,
	joinAnswer,
	lessonsAnswer,
	openClassesAnswer,
	openHomeworkAnswer,
	probesAnswer,
	roundAnswer,
	roundsAnswer,
	sessionAnswer,
	signInAnswer,
} from "#shared/protocol/http.ts";

/** The answers of the HTTP interface, by name; that of a round's log is by itself, because it knows scenarios. Loaded with the first request, and so is the parser. */
export const answers = {
	class: classAnswer,
	code: codeAnswer,
	error: errorAnswer,
	homework: homeworkAnswer,
	homeworkStarted: homeworkStartedAnswer,
	join: joinAnswer,
	lessons: lessonsAnswer,
	/** 204: without a body. */
	nothing: z.undefined(),
	openClasses: openClassesAnswer,
	openHomework: openHomeworkAnswer,
	probes: probesAnswer,
	round: roundAnswer,
	rounds: roundsAnswer,
	session: sessionAnswer,
	signIn: signInAnswer,
} as const;

export type AnswerName = keyof typeof answers;
export type Answer<Name extends AnswerName> = DeepReadonly<z.infer<(typeof answers)[Name]>>;
