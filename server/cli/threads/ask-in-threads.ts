import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/**
 * Asks threads of the program `worker`, one for each core of this machine, until all questions are answered: each
 * gets the next one when it has answered. `onAnswer` is told how many are. Answers in the order of the questions.
 */
export async function askInThreads<Question, Answer>(
	worker: URL,
	questions: readonly Question[],
	onAnswer: (answered: number) => void,
): Promise<readonly Answer[]> {
	const answers: Answer[] = [];
	let asked = 0;
	let answered = 0;
	const askSome = (): Promise<void> =>
		new Promise((resolve, reject) => {
			const thread = new Worker(worker);
			let current = 0;
			const next = (): void => {
				current = asked++;
				if (current < questions.length) thread.postMessage(questions[current]);
				else void thread.terminate().then(() => resolve(), reject);
			};
			thread.on("message", (answer: Answer) => {
				answers[current] = answer;
				onAnswer(++answered);
				next();
			});
			thread.on("error", reject);
			next();
		});
	const count = Math.min(availableParallelism(), questions.length);
	await Promise.all(Array.from({ length: count }, askSome));
	return answers;
}
