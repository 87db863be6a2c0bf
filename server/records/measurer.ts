import { setTimeout as delay } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { RoundLog } from "#shared/round/round.ts";
import type { MeasureAnswer, MeasuredRound, MeasureQuestion } from "./measure-worker.ts";

type Waiting = {
	readonly resolve: (measured: MeasuredRound) => void;
	readonly reject: (error: Error) => void;
};

/** Measures rounds in a thread of its own, one after the other: a round takes about 100 ms of computing. */
export class Measurer {
	readonly #waiting = new Map<number, Waiting>();
	#worker: Worker | undefined;
	#lastId = 0;

	measure(log: RoundLog): Promise<MeasuredRound> {
		const worker = this.#worker ?? this.#start();
		this.#lastId += 1;
		const question: MeasureQuestion = { id: this.#lastId, log };
		return new Promise((resolve, reject) => {
			this.#waiting.set(question.id, { resolve, reject });
			worker.postMessage(question);
		});
	}

	/** Lets what is being measured end, within `withinMs`. */
	async close(withinMs = 2_000): Promise<void> {
		const untilMs = performance.now() + withinMs;
		while (this.#waiting.size > 0 && performance.now() < untilMs) await delay(10);
		await this.#worker?.terminate();
	}

	#start(): Worker {
		const worker = new Worker(new URL("./measure-worker.ts", import.meta.url));
		worker.on("message", (answer: MeasureAnswer) => {
			const waiting = this.#waiting.get(answer.id);
			this.#waiting.delete(answer.id);
			if ("error" in answer) waiting?.reject(new Error(answer.error));
			else waiting?.resolve(answer.measured);
		});
		worker.on("error", (error) => this.#fail(error));
		worker.on("exit", () => this.#fail(new Error("the measuring thread has ended")));
		this.#worker = worker;
		return worker;
	}

	#fail(error: Error): void {
		this.#worker = undefined;
		const waiting = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { reject } of waiting) reject(error);
	}
}
