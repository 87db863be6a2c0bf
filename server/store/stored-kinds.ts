import { z } from "zod";
import { classResultFile } from "#shared/brain/class-result-file.ts";
import { storedClassEvent } from "#shared/class/class-event-file.ts";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { fromUnnumbered, roundOutcomeFile } from "#shared/lessons/outcome-file.ts";
import { type StoredKind, unchanged } from "#shared/lib/stored.ts";
import { studentEvidenceFile, withoutRoles } from "#shared/result/evidence-file.ts";
import { commandLogFile, roundHeaderFile } from "#shared/round/round-file.ts";

const count = z.int().min(0);
/** "" once the name has been removed. */
const name = z.string();
const side = z.strictObject({ score: z.number().nullable(), value: z.number() });

/** Version 1 had the same value without an envelope. */
const since = [unchanged] as const;

const isLesson = ({ lesson }: { readonly lesson: string }) => LESSON_IDS.some((id) => id === lesson);
const lessonError = { path: ["lesson"], error: "there is no such lesson" };

/** Every kind of value that the store keeps as JSON, with its schema and versions. */
export const STORED = {
	/** journal.event */
	event: storedClassEvent,
	/** rounds.header and so on. */
	/**
	 * Version 2 knew neither a lock's hand-off nor whether wake-ups preempt, version 3 neither how long run queues are nor
	 * whether cores take what is undealt, version 4 not whether they look ahead: their scenarios get the defaults.
	 */
	header: {
		schema: roundHeaderFile.refine(isLesson, lessonError),
		upcasts: [...since, unchanged, unchanged, unchanged],
	},
	/** In version 2 no way went with a deal. */
	commands: { schema: commandLogFile, upcasts: [...since, unchanged] },
	/** Names by chip and seat; null where a bot sat. */
	seats: { schema: z.array(z.array(name.nullable())), upcasts: since },
	/** By chip the number of the team that played it; null: nobody, or nobody's team. */
	teams: { schema: z.array(z.int().min(1).nullable()), upcasts: since },
	predictions: { schema: z.array(z.strictObject({ name, value: z.number() })), upcasts: since },
	/** Version 2 had one formula for scores, without a number. */
	outcome: { schema: roundOutcomeFile.refine(isLesson, lessonError), upcasts: [...since, fromUnnumbered] },
	experiment: { schema: classResultFile, upcasts: since },
	/** What each student showed of the lesson's concepts. */
	evidence: { schema: z.array(studentEvidenceFile), upcasts: [...since, withoutRoles] },
	/** homeworkResults.sides */
	/** In version 2 every side had a score. */
	sides: { schema: z.array(side.nullable()), upcasts: [...since, unchanged] },
	/** probes.counts: how often each choice of each question was made. */
	counts: { schema: z.array(z.array(count)), upcasts: since },
} as const satisfies Record<string, StoredKind<unknown>>;

/** Hash of the versions and shapes of all kinds, the tables, and what a device keeps. `npm run record` writes it. */
export const STORED_HASH = "33246c3ff5083903";
