/**
 * The tables, in types that SQLite and PostgreSQL share: text, epoch ms and other integers, JSON as text. Secrets
 * (session tokens, students' tokens) are stored only as hashes.
 */
export type Tables = {
	teachers: { id: string; name: string; createdMs: number };
	sessions: { hash: string; teacher: string; createdMs: number; expiresMs: number };
	classes: {
		code: string;
		teacher: string;
		openedMs: number;
		/** null while the class is open. */
		endedMs: number | null;
	};
	/** The events of classes, in order of `sequence`. */
	journal: { code: string; sequence: number; atMs: number; event: string };
	/**
	 * Answers to the six questions by class and moment, as counts of choices (JSON). No sheet of any one student is
	 * kept.
	 */
	probes: {
		code: string;
		moment: "before" | "after";
		teacher: string;
		atMs: number;
		sheets: number;
		counts: string;
	};
	/** Lessons given to be played alone. closedMs: null while they may be played. */
	homework: {
		code: string;
		teacher: string;
		lesson: string;
		level: string;
		seed: number;
		openedMs: number;
		closedMs: number | null;
	};
	/** Who has begun one, under the name they typed, and their best run; null before one was played to its end. */
	homeworkResults: {
		id: string;
		code: string;
		name: string;
		startedMs: number;
		finishedMs: number | null;
		score: number | null;
		formula: number;
		value: number | null;
		played: number | null;
		hints: number;
		/** JSON: the sides of a HomeworkResult. */
		sides: string | null;
	};
	rounds: {
		id: string;
		code: string;
		teacher: string;
		lesson: string;
		playedMs: number;
		turns: number;
		chips: number;
		students: number;
		/** JSON: RoundHeader (simulation version, scenario, seed, seats), then StampedCommand[]. */
		header: string;
		commands: string;
		/** JSON: names by chip and seat, then predictions with names. */
		seats: string;
		predictions: string;
		/** JSON: numbers of teams by chip; null for a round of a time before teams. */
		teams: string | null;
		/** JSON: RoundOutcome; null until the round is measured. */
		outcome: string | null;
		/** JSON: ClassResult of an experiment; null for all other lessons. */
		experiment: string | null;
		/** JSON: StudentEvidence[]; null until the round is measured. */
		evidence: string | null;
	};
};
