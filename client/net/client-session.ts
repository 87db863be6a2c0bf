import type { ProbeMoment, ProbeSheet } from "#shared/class/probe-tally.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import type { Down, DownType } from "#shared/protocol/down.ts";
import type { Asked, AskType, PlayerCommand, SteerAction } from "#shared/protocol/up.ts";
import { ClassConnection } from "./class-connection.ts";
import { Commitments } from "./commitments.ts";
import type { ConnectionState, Role } from "./connection-state.ts";
import { KeptRounds } from "./kept-rounds.ts";
import { dropLost, dropRefused, type PendingCommand, settlePending } from "./pending-commands.ts";
import type { RoomSnapshot, StudentSnapshot } from "./room-snapshot.ts";
import { createStore, type Readable } from "./store.ts";
import { type StreamFrame, TurnStream } from "./turn-stream.ts";

type FrameListener = (frame: StreamFrame, stream: TurnStream) => void;
type RefusalListener = (refused: Down["refused"]) => void;

/**
 * One page's view of a class: the connection, the round being stepped, and what this student has sent and committed
 * to. Runs its own animation frames. Call `close` when the page goes.
 */
export class ClientSession {
	readonly code: string;
	readonly role: Role;
	readonly connection: Readable<ConnectionState>;
	readonly room: Readable<RoomSnapshot | undefined>;
	readonly #welcome = createStore<Down["welcome"] | undefined>(undefined);
	readonly #outcome = createStore<Down["outcome"] | undefined>(undefined);
	readonly #stream = createStore<TurnStream | undefined>(undefined);
	readonly #pending = createStore<readonly PendingCommand[]>([]);
	readonly #commitments = new Commitments();
	readonly #trials = createStore<Down["trials"] | undefined>(undefined);
	readonly #link: ClassConnection;
	readonly #frameListeners = new Set<FrameListener>();
	readonly #refusalListeners = new Set<RefusalListener>();
	/** The current round as the server sent it. Its stream may have to wait until the seat is known. */
	readonly #held = createStore<Down["round"] | undefined>(undefined);
	readonly #kept: KeptRounds;
	#frameRequest = 0;
	#lesson = -1;

	constructor(code: string, role: Role, latencyMs = latencyOf(location.search)) {
		this.code = code;
		this.role = role;
		this.#kept = new KeptRounds(code, role === "student");
		this.#link = new ClassConnection({
			code,
			role,
			latencyMs,
			onMessage: (type, payload) => this.#receive(type, payload),
		});
		this.connection = this.#link.state;
		this.room = this.#link.room;
		this.room.subscribe((room) => this.#followRoom(room));
	}

	get welcome(): Readable<Down["welcome"] | undefined> {
		return this.#welcome;
	}
	/** The result of the current round; undefined until the server sends it. */
	get outcome(): Readable<Down["outcome"] | undefined> {
		return this.#outcome;
	}
	/** The current round; undefined before the first round, and for a student without a seat. */
	get stream(): Readable<TurnStream | undefined> {
		return this.#stream;
	}
	/** Our own commands whose turn has not come yet, oldest first. */
	get pending(): Readable<readonly PendingCommand[]> {
		return this.#pending;
	}
	/** This student's prediction in the current lesson; null if none. */
	get predicted(): Readable<number | null> {
		return this.#commitments.predicted;
	}
	/** Whether this student has chosen to predict nothing in the current lesson. */
	get skipped(): Readable<boolean> {
		return this.#commitments.skipped;
	}
	/** How far this student is in the experiment of the current round, as far as the server knows. */
	get trials(): Readable<Down["trials"] | undefined> {
		return this.#trials;
	}
	/** The current round as the server sent it, even for somebody without a seat in it. */
	get round(): Readable<Down["round"] | undefined> {
		return this.#held;
	}
	/** What this page keeps of the class's rounds: what was played of the current one before, and its last hint. */
	get kept(): KeptRounds {
		return this.#kept;
	}
	get answered(): Readable<readonly (number | null)[]> {
		return this.#commitments.answered;
	}

	/** The moment for which this student has handed in a sheet of the six questions. */
	get probed(): Readable<ProbeMoment | undefined> {
		return this.#commitments.probed;
	}

	/** The student whose page this is, as the class sees them. */
	get me(): StudentSnapshot | undefined {
		const id = this.#welcome.get()?.student;
		return this.room.get()?.students.find((student) => student.id === id);
	}

	/** Calls `listener` on every frame while a round is played. Returns a function that stops it. */
	onFrame(listener: FrameListener): () => void {
		this.#frameListeners.add(listener);
		return () => this.#frameListeners.delete(listener);
	}

	onRefusal(listener: RefusalListener): () => void {
		this.#refusalListeners.add(listener);
		return () => this.#refusalListeners.delete(listener);
	}

	/** Sends a command for this student's seat, which shows as pending at once. Returns whether it was sent. */
	command(command: PlayerCommand): boolean {
		const stream = this.#stream.get();
		const id = stream && this.ask("command", { seen: turnSeen(stream), command });
		if (id === undefined) return false;
		this.#pending.set([...this.#pending.get(), { id, command, sentMs: performance.now() }]);
		return true;
	}

	/** Commits to a number, or (null) to giving none. */
	predict(value: number | null): void {
		const id = this.ask("predict", { value });
		if (id !== undefined) this.#commitments.sent(id, { type: "predict", value });
	}

	/** Takes one of the round's hints, which shows in the roster once it is given. Returns whether it was asked for. */
	takeHint(): boolean {
		return this.ask("hint", {}) !== undefined;
	}

	answer(question: number, choice: number): void {
		const id = this.ask("answer", { question, choice });
		if (id !== undefined) this.#commitments.sent(id, { type: "answer", question, choice });
	}

	handIn(moment: ProbeMoment, sheet: ProbeSheet): void {
		const id = this.ask("probe", { sheet: [...sheet] });
		if (id !== undefined) this.#commitments.sent(id, { type: "probe", moment });
	}

	rename(student: string, name: string): void {
		this.ask("rename", { student, name });
	}

	remove(student: string, block: boolean): void {
		this.ask("remove", { student, block });
	}

	/** `team`: null for a new one. */
	move(student: string, team: number | null): void {
		this.ask("move", { student, team });
	}

	/** Returns whether the action was sent. */
	steer(action: SteerAction): boolean {
		return this.ask("steer", { action }) !== undefined;
	}

	/** Sends a request. Returns the number that a refusal would name, or undefined if it was not sent. */
	ask<Type extends AskType>(type: Type, payload: Asked[Type]): number | undefined {
		return this.#link.ask(type, payload);
	}

	ping(answered: (roundTripMs: number) => void): void {
		this.#link.ping(answered);
	}

	comeBack(): void {
		this.#link.comeBack();
	}

	close(): void {
		this.#runFrames(false);
		this.#link.close();
	}

	#receive<Type extends DownType>(type: Type, payload: Down[Type]): void {
		const message = { type, payload } as {
			[Each in DownType]: { type: Each; payload: Down[Each] };
		}[DownType];
		switch (message.type) {
			case "welcome":
				this.#welcome.set(message.payload);
				this.#commitments.told({
					predicted: message.payload.predicted,
					skipped: message.payload.skipped,
					answered: message.payload.answered,
					probed: message.payload.probed ? this.room.get()?.asked : undefined,
				});
				this.#reopen();
				return;
			case "round":
				this.#takeRound(message.payload);
				return;
			case "turn":
				this.#stream.get()?.takeTurn(message.payload, performance.now());
				return;
			case "outcome":
				this.#outcome.set(message.payload);
				return;
			case "trials":
				this.#trials.set(message.payload);
				return;
			case "refused":
				this.#pending.set(dropRefused(this.#pending.get(), message.payload.id));
				this.#commitments.refused(message.payload.id);
				for (const listener of this.#refusalListeners) listener(message.payload);
				return;
			default:
				return;
		}
	}

	#takeRound({ id, log }: Down["round"]): void {
		const known = this.#stream.get();
		if (known?.id === id) {
			known.takeRound(log);
			return;
		}
		this.#pending.set([]);
		const last = this.#held.get();
		const isNew = last?.id !== id;
		if (isNew) this.#kept.begin(log.header, known?.id === last?.id ? known?.log : last?.log);
		this.#held.set({ id, log });
		if (isNew) this.#trials.set({ search: 0, dual: 0, means: null });
		this.#reopen();
	}

	#followRoom(room: RoomSnapshot | undefined): void {
		if (room === undefined) return;
		if (this.#lesson !== -1 && this.#lesson !== room.lesson) this.#commitments.turnPage();
		this.#lesson = room.lesson;
		this.#runFrames(room.phase === "play");
		if (this.#outcome.get()?.id !== room.round && room.phase !== "explain") this.#outcome.set(undefined);
		this.#reopen();
	}

	/** Opens the stream once both the round and the chips to step are known, and again if those chips change. */
	#reopen(): void {
		const held = this.#held.get();
		const chips = this.role === "student" ? this.me?.chip : "all";
		if (held === undefined || chips === undefined || chips === -1) return;
		const open = this.#stream.get();
		if (open?.id === held.id && open.chips === chips) return;
		const log = open?.id === held.id ? open.log : held.log;
		if (chips !== "all" && log.header.chips[chips] === undefined) return;
		this.#stream.set(
			new TurnStream(held.id, log, {
				chips,
				askForLog: () => this.#link.send("log", {}),
				reportDivergence: (report) => this.#link.send("diverged", report),
			}),
		);
	}

	/** Runs frames only during play: nothing moves otherwise, and asking for frames keeps a small device warm. */
	#runFrames(isRunning: boolean): void {
		if (isRunning === (this.#frameRequest !== 0)) return;
		cancelAnimationFrame(this.#frameRequest);
		const run = (nowMs: number) => {
			this.#frameRequest = requestAnimationFrame(run);
			this.#frame(nowMs);
		};
		this.#frameRequest = isRunning ? requestAnimationFrame(run) : 0;
	}

	#frame(nowMs: number): void {
		const stream = this.#stream.get();
		if (stream === undefined) return;
		const frame = stream.frame(nowMs);
		const me = this.me;
		let pending = dropLost(this.#pending.get(), nowMs);
		if (me !== undefined) pending = settlePending(pending, frame.applied, me.chip, me.seat);
		this.#pending.set(pending);
		for (const listener of this.#frameListeners) listener(frame, stream);
	}
}

/** The turn that the player was looking at; -1 before the first one is over. */
function turnSeen(stream: TurnStream): number {
	return Math.max(-1, Math.floor(stream.nowNs / TURN_NS) - 1);
}

/** Delay added to a round trip, from `?latencyMs=`: 0 to 10,000. */
function latencyOf(query: string): number {
	const latencyMs = Number(new URLSearchParams(query).get("latencyMs"));
	return Number.isFinite(latencyMs) ? Math.min(10_000, Math.max(0, latencyMs)) : 0;
}
