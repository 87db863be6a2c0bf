import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { cellsOf } from "./cells.ts";
import { hashOf, isFresh, NOTHING_KEPT, PLAYED_LESSONS, readKept, writeKept } from "./kept.ts";

/**
 * `npm run evaluate:keep`: computes what is not kept yet, or comes from what a lesson no longer is, on all
 * processors, and writes `kept.json`. Cells that no lesson has any more fall away. All lessons take some minutes.
 */
const KINDS = ["gates", "decisions", "shares"] as const;
type Kind = (typeof KINDS)[number];
type Order = { readonly lesson: LessonId; readonly kind: Kind; readonly name: string };
type Answer = Order & { readonly value: unknown };

if (isMainThread) await keepAll();
else parentPort?.on("message", (order: Order) => parentPort?.postMessage(compute(order)));

async function keepAll(): Promise<void> {
	const read = readKept();
	if (!read.ok) process.stderr.write(`${read.reason}\n`);
	const known = read.ok ? read.value : NOTHING_KEPT;
	const hashes: Record<string, string> = {};
	// In the order of the file.
	const figures = new Map(KINDS.map((kind) => [kind, new Map<string, unknown>()]));
	const orders: Order[] = [];
	for (const lesson of PLAYED_LESSONS) {
		const hash = await hashOf(lesson);
		const own = isFresh(known, lesson.id, hash) ? known : NOTHING_KEPT;
		hashes[lesson.id] = hash;
		for (const kind of KINDS)
			for (const name of cellsOf(lesson)[kind].keys()) {
				figures.get(kind)?.set(name, own[kind][name]);
				if (own[kind][name] === undefined) orders.push({ lesson: lesson.id, kind, name });
			}
	}
	process.stderr.write(`${orders.length} figures to compute\n`);
	for (const { kind, name, value } of await computeAll(orders)) figures.get(kind)?.set(name, value);
	writeKept({
		hashes,
		...Object.fromEntries([...figures].map(([kind, own]) => [kind, Object.fromEntries(own)])),
	});
}

/** The longest first; each worker takes the next when it is done with one. */
async function computeAll(orders: readonly Order[]): Promise<Answer[]> {
	const answers: Answer[] = [];
	const waiting = orders.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
	const work = (): Promise<void> =>
		new Promise((resolve, reject) => {
			const worker = new Worker(new URL(import.meta.url));
			const next = () => {
				const order = waiting.shift();
				if (order === undefined) return void worker.terminate().then(() => resolve(), reject);
				worker.postMessage(order);
			};
			worker.on("error", reject);
			worker.on("message", (answer: Answer) => {
				answers.push(answer);
				if (answers.length % 10 === 0) process.stderr.write(`${answers.length} of ${orders.length}\n`);
				next();
			});
			next();
		});
	await Promise.all(Array.from({ length: Math.min(availableParallelism(), orders.length) }, work));
	return answers;
}

function compute(order: Order): Answer {
	const cell = cellsOf(lessonById(order.lesson))[order.kind].get(order.name);
	if (cell === undefined) throw new Error(`${order.lesson} has no cell ${order.name}`);
	return { ...order, value: cell.compute() };
}
