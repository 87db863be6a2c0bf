import { fixed, percent } from "../base/format.ts";
import type { LessonText } from "../base/lesson-texts.ts";

export const processesThreads: LessonText = {
	brief: [
		"Tasks belong to three applications; some may crash. A thread shares everything with its application: if it crashes, all its threads start anew. A process of its own crashes alone, but must send what it makes, or put it into shared memory. Some tasks are always threads.",
		"Goal: tasks done soon after they arrive.",
	],
	predict:
		"Four processes get and answer 1 MB of messages for every millisecond of work. How many times as fast are they together as one core that sends nothing?",
	predictUnit: "times as fast",
	predictWhy:
		"Sending and receiving 1 MB takes about 4 ms here, at 2 ns per byte on each side. For 1 ms of work each needs 5 ms: four together do 4 / 5 = 0.8.",
	headline: ({ value, naive, best }) =>
		`A task took ${fixed(value, 1)} s from its arrival to its end. Without choosing it would have been ${fixed(naive, 1)} s, with the best known ${fixed(best, 1)} s.`,
	questions: [
		{
			ask: ({ share }) =>
				`Your cores spent ${percent(share("ipc"))} of their time on messages. What makes a message expensive?`,
			choices: [
				"That the other process is on another core",
				"That its bytes are copied out of one process and into the other",
				"That processes take turns",
			],
			beliefs: ["Distance makes messages slow", "", "Processes cannot run at the same time"],
			why: "Each side copies every byte. A small message costs little, a large one more than the work itself; shared memory is not copied.",
		},
		{
			ask: () => "A thread crashes. Who else stops?",
			choices: [
				"Nobody: each thread is on its own",
				"The whole machine",
				"All running threads of the same process",
			],
			beliefs: ["Threads are protected from each other", "The system has no walls", ""],
			why: "Threads share one memory, so what one has broken, all have. The wall is around the process: other processes go on.",
		},
		{
			ask: () => "Which tasks deserve a process of their own?",
			choices: [
				"Those that are likely to crash while others of their application run",
				"All: walls are always good",
				"Those that make the most data",
			],
			beliefs: ["", "Walls are free", "Large tasks need large walls"],
			why: "A wall pays if a crash is likely and somebody would be hit. Where it is unlikely, the wall costs more than the crash.",
		},
	],
	sides: { threads: "mostly threads unless chosen", processes: "mostly processes unless chosen" },
	ways: { thread: "thread", process: "process", "shared memory": "shared memory" },
	code: `// a thread: its result lies where all see it
pthread_create(&t, NULL, work, input);

// a process: its result is copied twice
if (fork() == 0) {
  work(input);
  write(to_boss, result, bytes);   // there
  _exit(0);
}
read(from_worker, result, bytes);  // here

// shared memory: set up once, nothing is copied
void *m = mmap(NULL, n, RW, MAP_SHARED, fd, 0);`,
	leavesOut:
		"A process that crashes in the middle of writing to shared memory can leave it half written for the others; and starting a process takes time that is left out here.",
	guide: {
		goal: "See that threads and processes trade speed of sharing against safety, and that the choice belongs to the task.",
		watchFor: [
			"Does the scheduler choose a way for a packet, or only a core?",
			"Do cores build walls by habit, or where a crash would hit somebody?",
		],
		ask: [
			"Why does a browser put every page into a process of its own?",
			"Which start was better for your class: threads or processes?",
		],
	},
	idea: "Build the cheapest wall around a task that is likely to crash while others of its application run, and none where the wall costs more than the crash.",
};
