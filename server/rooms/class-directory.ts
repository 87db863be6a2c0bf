import { randomBytes, randomInt } from "node:crypto";
import { matchMaker } from "@colyseus/core";
import { applyClassEvent } from "#shared/class/apply-class-event.ts";
import type { ClassEvent } from "#shared/class/class-event.ts";
import { type ClassState, emptyClass } from "#shared/class/class-state.ts";
import type { LessonId, Level } from "#shared/lessons/ids.ts";
import { PLAIN_PLAN, type PlanSwitches } from "#shared/lessons/plan-switches.ts";
import type { Clock } from "../clock.ts";
import type { Journal } from "../journal/journal.ts";
import type { Log } from "../log.ts";
import type { Archive } from "../records/archive.ts";
import type { PlayedPractice } from "../records/homework-round.ts";
import type { EndedRound, RoundKeeper } from "../records/round-keeper.ts";
import type { ClassRecords } from "../store/classes.ts";
import type { ProbeRecords } from "../store/probes.ts";
import { ClassSession, type FirstPart } from "./class-session.ts";
import { drawCode } from "./draw-code.ts";
import type { LiveRound } from "./live-round.ts";

export const ROOM_NAME = "class";
/** How long a code stays reserved. Its class is long over by then. */
const CODE_SECONDS = 7 * 24 * 3_600;

type Deps = {
	readonly clock: Clock;
	readonly log: Log;
	readonly journal: Journal;
	readonly archive: Archive;
	readonly keeper: RoundKeeper;
	readonly classes: ClassRecords;
	readonly probes: ProbeRecords;
};
export type OpenClassRequest = {
	/** Id of the teacher; undefined for a practice, of which nothing is kept. */
	readonly teacher: string | undefined;
	readonly lessons: readonly LessonId[];
	readonly level: Level;
	readonly chips: number | undefined;
	readonly teamSize: number;
	readonly switches: PlanSwitches;
	readonly seed: number | undefined;
	/** In a practice, the seat that its student has chosen. */
	readonly seat?: number | undefined;
	/** Called with every measured round of a practice. */
	readonly onPlayed?: (played: PlayedPractice) => void;
};
/** What is played alone, without a teacher's plan. */
export const ALONE = { teacher: undefined, chips: undefined, teamSize: 1, switches: PLAIN_PLAN } as const;
/** A class as the journal left it, from which it goes on. */
export type FormerClass = {
	readonly teacher: string;
	readonly openedMs: number;
	readonly state: ClassState;
	readonly events: number;
	readonly live: LiveRound | undefined;
	readonly first: FirstPart | undefined;
};
export type Listed = {
	readonly session: ClassSession;
	readonly teacher: string | undefined;
	readonly openedMs: number;
};

/** The classes that are open in this process, by code. */
export class ClassDirectory {
	readonly #deps: Deps;
	readonly #open = new Map<string, Listed>();
	/** Codes of practices that have ended. They leave no record, so nobody else knows. */
	readonly #ended = new Set<string>();

	constructor(deps: Deps) {
		this.#deps = deps;
	}

	get size(): number {
		return this.#open.size;
	}

	/** Opens a class and its room. Returns the code. */
	async open(request: OpenClassRequest): Promise<string> {
		const { clock, journal, archive, classes } = this.#deps;
		const {
			teacher,
			lessons,
			level,
			chips = 1,
			teamSize,
			switches,
			seed = randomInt(2 ** 32),
			seat,
		} = request;
		const code = await this.#reserveCode();
		const kind = teacher === undefined ? "practice" : "class";
		const plan = { lessons, level, chips, teamSize, switches, ...(seat !== undefined && { seat }) };
		const opened: ClassEvent = { turn: 0, type: "opened", code, kind, seed, ...plan };
		const openedMs = clock.now();
		if (teacher !== undefined) {
			archive.write("class", () => classes.add({ code, teacher, openedMs, endedMs: null }));
			await new Promise<void>((told) => journal.record(code, 0, [opened], told));
		}
		const state = applyClassEvent(emptyClass(), opened);
		await this.#list({ state, events: 1, live: undefined, teacher, openedMs }, request.onPlayed);
		return code;
	}

	/** Reopens a class that was open when the server stopped. */
	async reopen(former: FormerClass): Promise<void> {
		await matchMaker.presence.incr(codeKey(former.state.code));
		try {
			const session = await this.#list(former, undefined);
			session.resume(former.first);
		} catch (error) {
			this.#open.delete(former.state.code);
			throw error;
		}
	}

	/** Keeps what was played of a round whose class cannot be reopened. */
	keepCut(round: EndedRound): void {
		const { keeper } = this.#deps;
		keeper.keep(round, () => keeper.forget(round.state.code));
	}

	find(code: string): Listed | undefined {
		return this.#open.get(code);
	}

	/** Whether the class is open, or was left open for a newer program. */
	async isOpen(code: string): Promise<boolean> {
		if (this.#open.has(code)) return true;
		if (this.#ended.has(code)) return false;
		return (await this.#deps.classes.find(code))?.endedMs === null;
	}

	/** Whether a code that is not open belonged to a class that has ended. */
	async hasEnded(code: string): Promise<boolean> {
		return this.#ended.has(code) || (await this.#deps.classes.find(code)) !== undefined;
	}

	of(teacher: string): readonly Listed[] {
		return [...this.#open.values()].filter((listed) => listed.teacher === teacher);
	}

	async #list(
		{
			state,
			events,
			live,
			teacher,
			openedMs,
		}: Pick<FormerClass, "state" | "events" | "live" | "openedMs"> & Pick<Listed, "teacher">,
		onPlayed: OpenClassRequest["onPlayed"],
	): Promise<ClassSession> {
		const { clock, log, journal, keeper, archive, probes } = this.#deps;
		const session = new ClassSession(state, events, live, {
			clock,
			log,
			journal: teacher === undefined ? undefined : journal,
			createId: () => randomBytes(9).toString("base64url"),
			expectRound: (log) => keeper.expect(state.code, log),
			keepRound: (now, round, measured) =>
				keeper.keep(
					{ id: round.id, state: now, log: round.log, teacher },
					({ outcome, attendance }, record) => {
						onPlayed?.({ state: now, outcome, attendance });
						measured(outcome, record);
						// No more questions come about the round of a class that is over.
						if (!this.#open.has(now.code)) keeper.forget(now.code);
					},
				),
			keepEvidence: (now) => keeper.keepEvidence(now),
			keepProbe: ({ code, probes: tallies }, moment) => {
				if (teacher === undefined) return;
				const probe = { code, teacher, moment, atMs: clock.now(), tally: tallies[moment] };
				archive.write("probe", () => probes.save(probe));
			},
			ended: (code) => this.#end(code, teacher),
		});
		this.#open.set(state.code, { session, teacher, openedMs });
		await matchMaker.createRoom(ROOM_NAME, { code: state.code });
		return session;
	}

	#end(code: string, teacher: string | undefined): void {
		const { archive, classes, clock, keeper } = this.#deps;
		this.#open.delete(code);
		keeper.forget(code);
		this.#ended.add(code);
		const endedMs = clock.now();
		if (teacher !== undefined) archive.write("class end", () => classes.end(code, endedMs));
	}

	async #reserveCode(): Promise<string> {
		for (;;) {
			const code = drawCode();
			if ((await matchMaker.presence.incr(codeKey(code))) !== 1) continue;
			await matchMaker.presence.expire(codeKey(code), CODE_SECONDS);
			if (!(await this.#wasUsed(code))) return code;
		}
	}

	/** A failing store must not prevent a class from opening: with 86 million codes a clash is unlikely. */
	async #wasUsed(code: string): Promise<boolean> {
		try {
			return await this.hasEnded(code);
		} catch (error) {
			this.#deps.log.error({ err: error }, "could not look up whether a code was used");
			return false;
		}
	}
}

function codeKey(code: string): string {
	return `code:${code}`;
}
