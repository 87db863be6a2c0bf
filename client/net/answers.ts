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

/**
 * Schemas of the answers of the HTTP interface, by name. Loaded with the first request, together with the parser. The
 * schema of a round's log is loaded apart, because it brings in scenarios.
 */
export const answers = {
	class: classAnswer,
	code: codeAnswer,
	error: errorAnswer,
	homework: homeworkAnswer,
	homeworkStarted: homeworkStartedAnswer,
	join: joinAnswer,
	lessons: lessonsAnswer,
	/** Status 204, without a body. */
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
export type ParsedAnswer<Name extends AnswerName> = DeepReadonly<z.infer<(typeof answers)[Name]>>;
