import type { ClassFact } from "#shared/class/class-event.ts";
import type { ClassState, Student } from "#shared/class/class-state.ts";
import { isAllMeasured } from "#shared/class/experiment.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { Result } from "#shared/lib/result.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { Down, Refusal } from "#shared/protocol/down.ts";
import type { SteerAction } from "#shared/protocol/up.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { Admission, type AdmissionRequest } from "./admission.ts";
import type { Audience, Member } from "./audience.ts";
import { ClassHistory } from "./class-history.ts";
import { DivergenceLog } from "./divergence-log.ts";
import { READY_MS, TURNS_PER_SECOND } from "./limits.ts";
import { LiveRound } from "./live-round.ts";
import { outcomeOf, welcomeOf } from "./messages.ts";
import { moderate } from "./moderation.ts";
import { Presence } from "./presence.ts";
import { ProbeSheets } from "./probe-sheets.ts";
import { checkCommandNow, note } from "./rules.ts";
import { seatArrived } from "./seat-arrived.ts";
import type { ClosedRound, SessionDeps } from "./session-deps.ts";
import { afterPlay, steer } from "./steering.ts";
import { TrialLog } from "./trial-log.ts";
import type { UpMessage } from "./up-message.ts";

/** The end of a first part: the class as it was then, and what it had played. */
export type FirstPart = { readonly state: ClassState; readonly round: ClosedRound };

/**
 * A class while it is open: turns what its members and its clock do into events, folds them, records them
 * and then tells them. Knows nothing of sockets.
 */
export class ClassSession {
	readonly #admission: Admission;
	readonly #deps: SessionDeps;
	readonly #presence = new Presence();
	readonly #divergences: DivergenceLog;
	readonly #trials = new TrialLog();
	#audience: Audience | undefined;
	readonly #history: ClassHistory;
	readonly #sheets = new ProbeSheets();
	#live: LiveRound | undefined;
	#outcome: Down["outcome"] | undefined;
	/** Of the first part of a lesson with two sides, by seed. */
	#before: RoundOutcome | undefined;
	#firstTurnMs = 0;
	#ticks = 0;

	/** `state`: a class just opened or brought back, of which `events` events are recorded. */
	constructor(state: ClassState, events: number, live: LiveRound | undefined, deps: SessionDeps) {
		this.#history = new ClassHistory(state, events, deps.journal);
		this.#live = live;
		this.#deps = deps;
		this.#divergences = new DivergenceLog(deps.log);
		this.#admission = new Admission(deps.createId);
	}

	get state(): ClassState {
		return this.#history.state;
	}

	/**
	 * After the server was stopped and started: everyone is away, and play waits for the teacher. `first`: the class
	 * and its round at the end of the first part, if the second of a lesson with two sides is open.
	 */
	resume(first: FirstPart | undefined): void {
		const facts: ClassFact[] = [];
		for (const { id, online } of this.state.students.values()) {
			if (online) facts.push({ type: "dropped", student: id });
		}
		if (this.#isPlaying()) facts.push({ type: "paused", paused: true });
		this.#commit(facts);
		if (first !== undefined) this.#keepRound(first.state, first.round);
		const live = this.#live;
		if (live === undefined) return;
		if (this.state.round?.closed === true) this.#keepRound(this.state, live);
		else this.#deps.expectRound(live.header);
	}

	attach(audience: Audience): void {
		this.#audience = audience;
	}

	/** Lets a student in who asks by HTTP; the socket comes later. */
	admit(request: AdmissionRequest): ReturnType<Admission["admit"]> {
		return this.#admission.admit(this.state, request, this.#deps.clock.now());
	}

	/** A student's socket is open: a newcomer, a latecomer or somebody who comes back. */
	arrive(id: string): void {
		const known = this.state.students.get(id);
		const expected = this.#admission.take(id);
		this.#presence.heard(id, this.#deps.clock.now());
		if (known !== undefined) {
			if (!known.online || !known.present) this.#commit([{ type: "returned", student: id }]);
		} else if (expected !== undefined) {
			this.#commit([{ type: "joined", student: id, name: expected.name, token: expected.tokenHash }]);
		}
		this.#commit(seatArrived(this.state, id, this.#deps.createId()));
		if (this.state.kind === "practice" && this.state.phase === "lobby") this.#steer("next");
	}

	/** A student's socket is closed. The seat is kept. */
	depart(id: string): void {
		this.#trials.part(id);
		if (this.state.students.get(id)?.online === true) this.#commit([{ type: "dropped", student: id }]);
	}

	/** Does what a member asks; a refusal says why nothing was done. */
	receive(member: Member, message: UpMessage): Refusal | undefined {
		if (member.role === "student") this.#hear(member.student);
		switch (message.type) {
			case "hello":
				this.#welcome(member);
				return undefined;
			case "beat":
				return undefined;
			case "log":
				this.#history.afterAll(() => this.#tellRound(member));
				return undefined;
			case "diverged":
				this.#divergences.report(this.state, message.payload, this.#deps.clock.now());
				return undefined;
			case "steer":
				return this.#maySteer(member) ? this.#steer(message.payload.action) : "notAllowed";
			case "rename":
			case "remove":
				return member.role === "desk" ? this.#make(moderate(this.state, message)) : "notAllowed";
			case "command":
				return this.#command(member, message.payload.seen, message.payload.command);
			case "probe":
				return this.#make(this.#sheets.take(this.state, member, message.payload.sheet));
			case "predict":
			case "answer":
				return this.#make(note(this.state, member, message));
			case "searchTrial":
			case "dualTrial":
			case "sitOut":
				return this.#make(this.#trials.take(this.state, member, message));
			default:
				return unreachable(message);
		}
	}

	/** Called every 250 ms: closes a turn if one is due. */
	tick(): void {
		const nowMs = this.#deps.clock.now();
		const flowing = this.#isPlaying() && nowMs >= this.#firstTurnMs;
		if (flowing) this.#closeTurn();
		this.#ticks += 1;
		if (this.#ticks % TURNS_PER_SECOND !== 0) return;
		this.#watch(nowMs);
		if (!flowing) this.#audience?.tellAll("beat", {});
	}

	/** Ends the class, whatever it is doing. */
	end(): void {
		this.#steer("end");
	}

	#isPlaying(): boolean {
		return this.state.phase === "play" && !this.state.paused && this.#live !== undefined;
	}

	#maySteer({ role }: Member): boolean {
		return role === "desk" || (role === "student" && this.state.kind === "practice");
	}

	#welcome(member: Member): void {
		const probed = this.#sheets.has(member.student, this.state.asked);
		member.tell("welcome", welcomeOf(this.state, member, this.#maySteer(member), probed));
		this.#tellRound(member);
		this.#history.afterAll(() => this.#trials.greet(this.state, member));
	}

	/** The round as it is now, told in its place among the turns; its outcome if there is one. */
	#tellRound(member: Member): void {
		const live = this.#live;
		if (live !== undefined) {
			const { id, log } = live;
			this.#history.afterAll(() => member.tell("round", { id, log }));
		}
		const outcome = this.#outcome;
		if (outcome !== undefined) this.#history.afterAll(() => member.tell("outcome", outcome));
	}

	#steer(action: SteerAction): Refusal | undefined {
		return this.#make(steer(this.state, action, this.#deps.createId()));
	}

	#make(asked: Result<readonly ClassFact[], Refusal>): Refusal | undefined {
		if (!asked.ok) return asked.reason;
		this.#commit(asked.value);
		return undefined;
	}

	#command(member: Member, seen: number, command: Command): Refusal | undefined {
		const place = this.state.students.get(member.student)?.place;
		const live = this.#live;
		if (!this.#isPlaying() || place === undefined || live === undefined) return "notNow";
		const refusal = checkCommandNow(this.state, live, place, seen, command);
		if (refusal === undefined) live.add(place.chip, place.seat, command);
		return refusal;
	}

	#closeTurn(): void {
		const live = this.#live;
		if (live === undefined) return;
		const { message, commands } = live.close();
		const facts: ClassFact[] = commands.map((command) => ({ type: "commanded", command }));
		if (facts.length === 0 && message.k !== undefined) facts.push({ type: "turned" });
		this.#commit(facts, () => this.#audience?.tellAll("turn", message));
		if (live.finished || isAllMeasured(this.state))
			this.#commit(afterPlay(this.state, this.#deps.createId()));
	}

	/** Once a second: who fell silent, who has been away for long. */
	#watch(nowMs: number): void {
		for (const student of this.#presence.changingHands(this.state, nowMs)) this.#handOver(student);
		for (const { id } of this.#presence.gone(this.state, nowMs))
			this.#commit([{ type: "left", student: id }]);
	}

	/** Any sign of life takes the seat back at once. */
	#hear(id: string): void {
		this.#presence.heard(id, this.#deps.clock.now());
		const student = this.state.students.get(id);
		if (student?.bot === true && student.online) this.#handOver(student);
	}

	/** From the person to the bot or back. */
	#handOver({ id, bot, place }: Student): void {
		if (this.state.round === undefined || this.state.round.closed || place === undefined) return;
		this.#commit([{ type: "botDrives", student: id, bot: !bot }]);
	}

	/** Makes `facts` happen, and tells of them once they are recorded. `tell` comes before what follows from them. */
	#commit(facts: readonly ClassFact[], tell?: () => void): void {
		if (facts.length === 0 && tell === undefined) return;
		const before = this.#live;
		const all = this.#trials.completed(this.state, facts);
		const record = this.#history.append(all, before?.turn ?? 0, (fact) => this.#follow(fact));
		const state = this.state;
		const live = this.#live;
		const round = live === undefined || live === before ? undefined : { id: live.id, log: live.log };
		const social = facts.some(({ type }) => type !== "commanded" && type !== "turned");
		record(() => {
			tell?.();
			if (round !== undefined) this.#audience?.tellAll("round", round);
			if (social) this.#audience?.show(state);
			this.#trials.tell(state, all);
			if (state.phase === "ended") this.#audience?.dismiss();
		});
	}

	/** What a fact sets going. */
	#follow(fact: ClassFact): void {
		if (fact.type === "roundOpened" && this.state.round !== undefined) {
			this.#live = new LiveRound(fact.round, this.state.round.header);
			this.#outcome = undefined;
			this.#deps.expectRound(this.#live.header);
		} else if (fact.type === "phase" && fact.phase === "play") {
			this.#firstTurnMs = this.#deps.clock.now() + READY_MS;
		} else if (fact.type === "phase" && fact.phase === "ended") {
			this.#deps.ended(this.state.code);
		} else if (fact.type === "roundClosed" && this.#live !== undefined) {
			this.#keepRound(this.state, this.#live);
		} else if (fact.type === "removed") {
			this.#audience?.sendAway(fact.student, fact.block ? "blocked" : "removed");
		} else if (fact.type === "answered") {
			this.#deps.keepEvidence(this.state);
		} else if (fact.type === "probed") {
			this.#deps.keepProbe(this.state, fact.moment);
		} else if (fact.type === "seated") {
			this.#drive(fact.student, "person");
		} else if (fact.type === "botDrives") {
			this.#drive(fact.student, fact.bot ? "bot" : "person");
		}
	}

	#drive(id: string, driver: "person" | "bot"): void {
		const place = this.state.students.get(id)?.place;
		if (place !== undefined) this.#live?.add(place.chip, place.seat, { type: "drive", driver });
	}

	#keepRound(state: ClassState, { id, log }: ClosedRound): void {
		this.#deps.keepRound(state, { id, log }, (outcome, record) => this.#measured(id, outcome, record));
	}

	#measured(id: string, outcome: RoundOutcome, record: number | null | undefined): void {
		if (outcome.part === 0) this.#before = outcome;
		this.#deps.keepEvidence(this.state);
		const live = this.#live;
		if (live?.id !== id || this.state.phase !== "explain") return;
		this.#outcome = outcomeOf(this.state, live, outcome, this.#before, record);
		const told = this.#outcome;
		this.#history.afterAll(() => this.#audience?.tellAll("outcome", told));
	}
}
