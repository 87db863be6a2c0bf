import { applyClassEvent } from "#shared/class/apply-class-event.ts";
import type { ClassEvent } from "#shared/class/class-event.ts";
import { emptyClass } from "#shared/class/class-state.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import { PLAIN_PLAN } from "#shared/lessons/plan-switches.ts";
import type { Asked, AskType } from "#shared/protocol/up.ts";
import type { Journal } from "../../server/journal/journal.ts";
import { createLog } from "../../server/log.ts";
import { ManualClock } from "../../server/manual-clock.ts";
import type { Member } from "../../server/rooms/audience.ts";
import { ClassSession } from "../../server/rooms/class-session.ts";
import type { OnMeasured } from "../../server/rooms/session-deps.ts";
import { parseUp } from "../../server/rooms/up-message.ts";

type Recorder = Pick<Journal, "record">;

/** A journal that has recorded nothing before a test lets it. Tells in order, as the real one. */
export class HeldJournal implements Recorder {
	#waiting: (() => void)[] = [];
	#isHeld = false;

	record(_code: string, _sequence: number, _events: readonly ClassEvent[], told: () => void): void {
		if (this.#isHeld) this.#waiting.push(told);
		else told();
	}

	hold(): void {
		this.#isHeld = true;
	}

	release(): void {
		this.#isHeld = false;
		for (const told of this.#waiting.splice(0)) told();
	}
}

/** A session without sockets or store around it, and all that anybody outside of it heard, in order. */
export function openHeldClass(lesson: LessonId, journal: Recorder) {
	const heard: string[] = [];
	const hear = (what: string) => heard.push(what);
	const clock = new ManualClock();
	let ids = 0;
	let measured: OnMeasured | undefined;
	const opened: ClassEvent = {
		turn: 0,
		type: "opened",
		code: "CDFGHJ",
		lessons: [lesson],
		kind: "class",
		chips: 1,
		seed: 1,
		level: "standard",
		teamSize: 5,
		switches: PLAIN_PLAN,
	};
	const session = new ClassSession(applyClassEvent(emptyClass(), opened), 1, undefined, {
		clock,
		journal,
		log: createLog("silent"),
		createId: () => `id ${++ids}`,
		expectRound: () => hear("a round is expected"),
		keepRound: (_state, round, tell) => {
			hear(`a round of ${round.log.turns} turns is kept`);
			measured = tell;
		},
		keepEvidence: () => hear("evidence is kept"),
		keepProbe: (_state, moment) => hear(`sheets are kept ${moment}`),
		ended: (code) => hear(`${code} is closed`),
	});
	session.attach({
		tellAll: (type) => hear(`all: ${type}`),
		show: ({ phase }) => hear(`shown: ${phase}`),
		sendAway: (student, reason) => hear(`${reason}: ${student}`),
		dismiss: () => hear("all are dismissed"),
	});
	const member = (role: Member["role"], student = ""): Member => ({
		role,
		student,
		tell: (type) => hear(`${student || role}: ${type}`),
		welcome: () => hear(`${student || role}: welcome`),
	});
	const say = (from: Member, type: string, payload: object) => {
		const message = parseUp(type, payload);
		if (message === undefined) throw new Error(`no message: ${type}`);
		session.receive(from, message);
	};
	return {
		session,
		clock,
		heard,
		desk: member("desk"),
		member,
		say,
		ask: <Type extends AskType>(from: Member, type: Type, asked: Asked[Type]) =>
			say(from, type, { id: 1, ...asked }),
		measured: (...told: Parameters<OnMeasured>) => measured?.(...told),
		/** Lets a student in and opens their socket. */
		join: (name: string): Member => {
			const admitted = session.admit({ name, token: undefined });
			if (!admitted.ok) throw new Error(admitted.reason);
			session.arrive(admitted.value.student);
			return member("student", admitted.value.student);
		},
	};
}
