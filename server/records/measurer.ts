import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type ReferenceSearch, searchesOf } from "#shared/result/references.ts";
import type { RoundHeader, RoundLog } from "#shared/round/round.ts";
import type { Log } from "../log.ts";
import type { KnownReferences } from "../references/built-in.ts";
import type { MeasureAnswer, MeasuredRound, MeasureQuestion, MeasureSetup } from "./measure-worker.ts";

type Task = {
	readonly question: MeasureQuestion;
	readonly answered: (answer: MeasureAnswer) => void;
};

/**
 * Measures rounds in a thread of its own, one after the other, each in about 100 ms of computing where its references
 * are known. Whenever no round waits it searches for the references of rounds that are open, but for those that are
 * built in: a second or so for each kind of chip, for which a round that ends meanwhile waits at most once.
 */
export class Measurer {
	readonly #log: Log;
	readonly #builtIn: KnownReferences;
	/** Rounds that wait. */
	readonly #rounds: Task[] = [];
	/** By class, what is still to be searched for its open round. */
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

	/** A round of the class is set up: searches for its references, and no longer for those of the one before. */
	expect(code: string, header: RoundHeader): void {
		// Classes take their turn in the order in which their rounds were opened.
		this.#ahead.delete(code);
		this.#ahead.set(code, searchesOf(header));
		this.#goOn();
	}

	/** The round of the class is over, or will never be. */
	expectNothing(code: string): void {
		this.#ahead.delete(code);
	}

	/** Lets what is being measured end, within `withinMs`. */
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
			// It fails with an error, and then it ends.
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
