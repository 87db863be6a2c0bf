import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type ReferenceSearch, searchesOf } from "#shared/result/references.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { Log } from "../log.ts";
import type { KnownReferences } from "../references/built-in.ts";
import type { MeasureAnswer, MeasuredRound, MeasureQuestion, MeasureSetup } from "./measure-worker.ts";

type Task = {
	readonly question: MeasureQuestion;
	readonly answered: (answer: MeasureAnswer) => void;
};

/**
 * Measures rounds one after another in a thread of its own. Each takes about 100 ms if its references are known.
 * While no round waits, it searches for the references of open rounds, unless they are built in. A search takes about
 * a second for each kind of chip, and a round that ends meanwhile waits for one search at most.
 */
export class Measurer {
	readonly #log: Log;
	readonly #builtIn: KnownReferences;
	/** Rounds waiting to be measured. */
	readonly #rounds: Task[] = [];
	/** By class: the searches still to be done for its open round. */
	readonly #ahead = new Map<string, ReferenceSearch[]>();
	#worker: Worker | undefined;
	#current: Task | undefined;
	#closing = false;

	constructor(log: Log, builtIn: KnownReferences = new Map()) {
		this.#log = log;
		this.#builtIn = builtIn;
	}

	measure(log: RoundLog): Promise<MeasuredRound> {
		return new Promise((resolve, reject) => {
			const answered = (answer: MeasureAnswer) => {
				if ("measured" in answer) resolve(answer.measured);
				else reject(new Error("error" in answer ? answer.error : "not measured"));
			};
			this.#rounds.push({ question: { measure: log }, answered });
			this.#goOn();
		});
	}

	/** Searches for the references of a class's new round, and drops the searches for its previous one. */
	expect(code: string, log: RoundLog): void {
		// Deleting first puts the class last, so that classes are served in the order in which their rounds were
		// opened.
		this.#ahead.delete(code);
		this.#ahead.set(code, searchesOf(log));
		this.#goOn();
	}

	/** Drops the searches of a class whose round is over, or will never be played. */
	expectNothing(code: string): void {
		this.#ahead.delete(code);
	}

	/** Lets a measurement that is running finish, within `withinMs`, then ends the thread. */
	async close(withinMs = 2_000): Promise<void> {
		this.#closing = true;
		const untilMs = performance.now() + withinMs;
		while (this.#isMeasuring() && performance.now() < untilMs) await delay(10);
		for (const { answered } of this.#rounds.splice(0)) answered({ error: "the server has stopped" });
		await this.#worker?.terminate();
	}

	#isMeasuring(): boolean {
		return this.#rounds.length > 0 || (this.#current !== undefined && "measure" in this.#current.question);
	}

	/** Asks the next question, unless one is being answered. */
	#goOn(): void {
		if (this.#current !== undefined) return;
		const task = this.#rounds.shift() ?? (this.#closing ? undefined : this.#nextSearch());
		if (task === undefined) return;
		this.#current = task;
		this.#worker ??= this.#start();
		this.#worker.postMessage(task.question);
	}

	#nextSearch(): Task | undefined {
		for (const [code, searches] of this.#ahead) {
			const search = searches.shift();
			if (search === undefined) {
				this.#ahead.delete(code);
				continue;
			}
			const { lesson, seed } = search;
			const cores = search.scenario.machine.cores.length;
			const answered = (answer: MeasureAnswer) => {
				const about = { lesson, seed, cores };
				if ("searchedMs" in answer)
					this.#log.debug({ ...about, searchedMs: answer.searchedMs }, "references are known");
				else if ("error" in answer && !this.#closing)
					this.#log.error({ ...about, error: answer.error }, "references could not be found");
			};
			return { question: { search }, answered };
		}
		return undefined;
	}

	#start(): Worker {
		const workerData: MeasureSetup = { builtIn: this.#builtIn };
		const worker = new Worker(new URL("./measure-worker.ts", import.meta.url), { workerData });
		const failed = (error: Error) => {
			// A worker that fails emits an error and then exits. Only the first of the two counts.
			if (this.#worker !== worker) return;
			this.#worker = undefined;
			this.#answered({ error: error.stack ?? error.message });
		};
		worker.on("message", (answer: MeasureAnswer) => this.#answered(answer));
		worker.on("error", failed);
		worker.on("exit", () => failed(new Error("the measuring thread has ended")));
		return worker;
	}

	#answered(answer: MeasureAnswer): void {
		const task = this.#current;
		this.#current = undefined;
		task?.answered(answer);
		this.#goOn();
	}
}
