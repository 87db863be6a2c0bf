import type { ClassFact } from "#shared/class/class-event.ts";
import type { ClassState, Student } from "#shared/class/class-state.ts";
import { isAllMeasured } from "#shared/class/experiment.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { Result } from "#shared/lib/result.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { Refusal } from "#shared/protocol/down.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";
import { Admission, type AdmissionRequest } from "./admission.ts";
import { type Audience, type Member, NOBODY } from "./audience.ts";
import { ClassHistory } from "./class-history.ts";
import { type ClassSurroundings, type Consequence, consequenceOf, isShown } from "./consequences.ts";
import { DivergenceLog } from "./divergence-log.ts";
import { TURNS_PER_SECOND } from "./limits.ts";
import type { LiveRound } from "./live-round.ts";
import { welcomeOf } from "./messages.ts";
import { moderate } from "./moderation.ts";
import { Outcomes, type TeamRound } from "./outcomes.ts";
import { Play } from "./play.ts";
import { Presence } from "./presence.ts";
import { ProbeSheets } from "./probe-sheets.ts";
import { isWaiting, needsPrediction, note } from "./rules.ts";
import { seatArrived } from "./seat-arrived.ts";
import type { ClosedRound, SessionDeps } from "./session-deps.ts";
import { afterPlay, afterUpgrade, steer } from "./steering.ts";
import { TrialLog } from "./trial-log.ts";
import type { UpMessage } from "./up-message.ts";

/** The class and its round at the end of a first part. */
export type FirstPart = { readonly state: ClassState; readonly round: ClosedRound };

/**
 * An open class: turns what its members and its clock do into events, folds and records them, and only then
 * tells anybody. Nothing that is visible outside happens before the event behind it is recorded. Knows no sockets.
 */
export class ClassSession {
	readonly #admission: Admission;
	readonly #deps: SessionDeps;
	readonly #presence = new Presence();
	readonly #divergences: DivergenceLog;
	readonly #trials = new TrialLog();
	#audience: Audience = NOBODY;
	readonly #history: ClassHistory;
	readonly #sheets = new ProbeSheets();
	readonly #play: Play;
	readonly #outcomes = new Outcomes();
	#ticks = 0;

	/** `state`: a class just opened or restored; `events`: how many of its events are recorded. */
	constructor(state: ClassState, events: number, live: LiveRound | undefined, deps: SessionDeps) {
		this.#history = new ClassHistory(state, events, deps.journal);
		this.#play = new Play(live);
		this.#deps = deps;
		this.#divergences = new DivergenceLog(deps.log);
		this.#admission = new Admission(deps.createId);
	}

	/** The class as far as it is recorded, which is all that anybody outside may see. */
	get state(): ClassState {
		return this.#history.recorded;
	}

	/**
	 * Continues after a restart of the server: everyone is away, and play waits for the teacher. `first`: the end of
	 * the first part, if the second part of a two-sided lesson is open. A round that another version of the simulation
	 * has opened is not played on.
	 */
	resume(first: FirstPart | undefined): void {
		const facts: ClassFact[] = [];
		for (const { id, online } of this.#now.students.values()) {
			if (online) facts.push({ type: "dropped", student: id });
		}
		if (this.#now.phase === "play" && !this.#now.paused) facts.push({ type: "paused", paused: true });
		this.#commit(facts);
		if (first !== undefined) this.#keepRound(first.state, first.round);
		const { live } = this.#play;
		if (live === undefined) return;
		if (this.#now.round?.closed === true) this.#keepRound(this.#now, live);
		else if (live.header.simVersion !== SIM_VERSION)
			this.#commit(afterUpgrade(this.#now, this.#deps.createId()));
		else this.#deps.expectRound(live.log);
	}

	attach(audience: Audience): void {
		this.#audience = audience;
	}

	/** Admits a student who asks by HTTP. The socket comes later. */
	admit(request: AdmissionRequest): ReturnType<Admission["admit"]> {
		return this.#admission.admit(this.#now, request, this.#deps.clock.now());
	}

	/** Takes in a student whose socket has opened: a newcomer, a latecomer or somebody coming back. */
	arrive(id: string): void {
		const known = this.#now.students.get(id);
		if (known?.removed !== undefined) {
			this.#turnAway(known);
			return;
		}
		const expected = this.#admission.take(id);
		this.#presence.heard(id, this.#deps.clock.now());
		if (known !== undefined) {
			if (!known.online || !known.present) this.#commit([{ type: "returned", student: id }]);
		} else if (expected !== undefined) {
			this.#commit([{ type: "joined", student: id, name: expected.name, token: expected.tokenHash }]);
		}
		this.#commit(seatArrived(this.#now, id, this.#deps.createId()));
		if (this.#now.kind === "practice" && this.#now.phase === "lobby") this.#steer("next");
	}

	/** Notes that a student's socket has closed. The seat is kept. */
	depart(id: string): void {
		this.#trials.part(id);
		if (this.#now.students.get(id)?.online === true) this.#commit([{ type: "dropped", student: id }]);
	}

	/** Does what a member asks, or tells them why not. */
	receive(member: Member, message: UpMessage): void {
		// Their goodbye is on its way.
		if (this.#now.students.get(member.student)?.removed !== undefined) return;
		if (member.role === "student") this.#hear(member.student);
		const reason = this.#take(member, message);
		if (reason === undefined) return;
		const id = "id" in message.payload ? message.payload.id : null;
		this.#history.afterAll(() => member.tell("refused", { id, of: message.type, reason }));
	}

	/** Called every 250 ms: closes a turn if one is due. */
	tick(): void {
		const nowMs = this.#deps.clock.now();
		const flowing = this.#play.flowing(this.#now, nowMs);
		if (flowing !== undefined) this.#closeTurn(flowing);
		this.#ticks += 1;
		if (this.#ticks % TURNS_PER_SECOND !== 0) return;
		this.#watch(nowMs);
		if (flowing === undefined) this.#audience.tellAll("beat", {});
	}

	/** Ends the class, whatever it is doing. */
	end(): void {
		this.#steer("end");
	}

	/** The class after everything that has happened, recorded or not. Decisions go by this state. */
	get #now(): ClassState {
		return this.#history.state;
	}

	#take(member: Member, message: UpMessage): Refusal | undefined {
		switch (message.type) {
			case "hello":
				this.#welcome(member);
				return undefined;
			case "beat":
				return undefined;
			case "log":
				this.#tellRound(member);
				return undefined;
			case "diverged":
				this.#divergences.report(this.#now, message.payload, this.#deps.clock.now());
				return undefined;
			case "steer":
				return this.#maySteer(member) ? this.#steer(message.payload.action) : "notAllowed";
			case "rename":
			case "move":
			case "remove":
				if (member.role !== "desk") return "notAllowed";
				return this.#make(moderate(this.#now, message, this.#deps.createId));
			case "command":
				if (needsPrediction(this.#now, member.student)) return "predictFirst";
				return this.#play.command(this.#now, member.student, message.payload);
			case "probe":
				return this.#make(this.#sheets.take(this.#now, member, message.payload.sheet));
			case "predict":
			case "hint":
			case "answer":
				return this.#make(note(this.#now, member, message));
			case "searchTrial":
			case "dualTrial":
				if (needsPrediction(this.#now, member.student)) return "predictFirst";
				return this.#make(this.#trials.take(this.#now, member, message));
			case "sitOut":
				return this.#make(this.#trials.take(this.#now, member, message));
			default:
				return unreachable(message);
		}
	}

	#maySteer({ role }: Member): boolean {
		return role === "desk" || (role === "student" && this.#now.kind === "practice");
	}

	#welcome(member: Member): void {
		const probed = this.#sheets.has(member.student, this.#now.asked);
		const welcome = welcomeOf(this.#now, member, this.#maySteer(member), probed);
		this.#history.afterAll(() => member.welcome(welcome));
		this.#tellRound(member);
		this.#history.afterAll(this.#trials.greet(this.#now, member));
	}

	/** Sends the current round in order with the turns, and its outcome if there is one. */
	#tellRound(member: Member): void {
		const { live } = this.#play;
		if (live === undefined) return;
		const { id, log } = live;
		const outcome = this.#outcomes.of(id);
		this.#history.afterAll(() => {
			member.tell("round", { id, log });
			if (outcome !== undefined) member.tell("outcome", outcome);
		});
	}

	#steer(action: SteerAction): Refusal | undefined {
		return this.#make(steer(this.#now, action, this.#deps.createId()));
	}

	#make(asked: Result<readonly ClassFact[], Refusal>): Refusal | undefined {
		if (!asked.ok) return asked.reason;
		this.#commit(asked.value);
		return undefined;
	}

	#closeTurn(live: LiveRound): void {
		const { message, commands } = live.close();
		const facts: ClassFact[] = commands.map((command) => ({ type: "commanded", command }));
		if (facts.length === 0 && message.k !== undefined) facts.push({ type: "turned" });
		this.#commit(facts, () => this.#audience.tellAll("turn", message));
		if (live.finished || isAllMeasured(this.#now)) this.#commit(afterPlay(this.#now, this.#deps.createId()));
	}

	/** Once a second, finds students who fell silent or have been away for long. */
	#watch(nowMs: number): void {
		for (const student of this.#presence.changingHands(this.#now, nowMs))
			if (!student.bot || !isWaiting(this.#now, student)) this.#handOver(student);
		for (const { id } of this.#presence.gone(this.#now, nowMs)) this.#commit([{ type: "left", student: id }]);
	}

	/** Turns away a removed student whose seat was reserved before the removal. */
	#turnAway({ id, removed }: Student): void {
		const reason = removed === "blocked" ? "blocked" : "removed";
		this.#history.afterAll(() => this.#audience.sendAway(id, reason));
	}

	/** Any message from a student takes the seat back from the bot at once. */
	#hear(id: string): void {
		this.#presence.heard(id, this.#deps.clock.now());
		const student = this.#now.students.get(id);
		if (student?.bot === true && student.online && !isWaiting(this.#now, student)) this.#handOver(student);
	}

	/** Hands a seat from its student to the bot, or back. */
	#handOver({ id, bot, place }: Student): void {
		if (this.#now.round === undefined || this.#now.round.closed || place === undefined) return;
		this.#commit([{ type: "botDrives", student: id, bot: !bot }]);
	}

	/** Applies `facts` and tells of them once they are recorded. `tell` runs before their consequences. */
	#commit(facts: readonly ClassFact[], tell?: () => void): void {
		if (facts.length === 0 && tell === undefined) return;
		const all = this.#trials.completed(this.#now, facts);
		const consequences: Consequence[] = [];
		const follow = (fact: ClassFact) => consequences.push(...this.#follow(fact));
		this.#history.append(all, this.#play.live?.turn ?? 0, follow, (state) => {
			tell?.();
			if (all.some(isShown)) this.#audience.show(state);
			for (const consequence of consequences) consequence(this.#surroundings());
		});
	}

	/** Carries out what a fact means for the round, and returns what it means for the world outside. */
	#follow(fact: ClassFact): Consequence[] {
		const state = this.#now;
		this.#play.follow(fact, state, this.#deps.clock.now());
		const standing = (student: string) => this.#trials.standing(state, student);
		const consequence = consequenceOf(fact, { state, round: this.#play.live, standing });
		return consequence === undefined ? [] : [consequence];
	}

	#surroundings(): ClassSurroundings {
		return {
			...this.#deps,
			audience: this.#audience,
			keepRound: (state, round) => this.#keepRound(state, round),
			tellTrials: (student, trials) => this.#trials.tell(student, trials),
		};
	}

	#keepRound(state: ClassState, { id, log }: ClosedRound): void {
		const { teams = [] } = state.round ?? {};
		this.#deps.keepRound(state, { id, log }, (...of) => this.#measured({ id, teams }, ...of));
	}

	#measured(round: TeamRound, outcome: RoundOutcome, record: number | null | undefined): void {
		this.#deps.keepEvidence(this.state);
		const told = this.#outcomes.take(this.#now, this.#play.live, round, outcome, record);
		if (told !== undefined) this.#history.afterAll(() => this.#audience.tellAll("outcome", told));
	}
}
