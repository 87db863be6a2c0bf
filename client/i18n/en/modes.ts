import { counted, number, percent, seconds } from "../base/format.ts";

/** What can be said about a task and set for the machine, beyond taking and dealing. */
export const modeWords = {
	way: "How to do it",
	nextWay: (lengthS: number, data: string | undefined) =>
		`How shall the ${seconds(lengthS)} task${data === undefined ? "" : ` (${data})`} do its work?`,
	noWay: "None of your next tasks has a choice.",
	ways: "Choose how each is done",
	noWays: "Nothing waits that has a choice.",
	moreWays: (count: number) => `${counted(count, "more waits", "more wait")}`,
	items: (items: number, itemS: number) => `${number(items)} × ${seconds(itemS, itemS < 0.1 ? 2 : 1)}`,
	due: (leftS: number) => `due in ${seconds(leftS)}`,
	late: (byS: number) => `late by ${seconds(byS)}`,
	priority: (priority: number) => `priority ${number(priority)}`,
	crashRisk: (chance: number) => `crash risk ${percent(chance)}`,
	bytes: (bytes: number) =>
		`sends ${bytes >= 1024 ? `${number(bytes / 1024, 1)} KiB` : `${number(bytes)} B`}`,
	needs: (what: string) => `needs ${what}`,
	locks: (names: string) => `lock: ${names}`,
	packet: (tasks: number, lengthS: number) => `${counted(tasks, "task", "tasks")}, ${seconds(lengthS)}`,
	packets: "Packets that wait",
	dealtWay: "How the packet shall be done",
	dealPacket: (tasks: number, lengthS: number) =>
		`${counted(tasks, "task", "tasks")} (${seconds(lengthS)}) ${tasks === 1 ? "goes" : "go"} to the core that you choose.`,
	morePackets: (count: number) => `${counted(count, "more packet waits", "more packets wait")}`,
	load: (tasks: number, lengthS: number) => `${number(tasks)} · ${seconds(lengthS)}`,
	full: "full",
	loadSpoken: (tasks: number, lengthS: number) =>
		`${counted(tasks, "task", "tasks")} planned, ${seconds(lengthS)} of work`,
	modes: "Settings of the machine",
	coreModes: "Settings of your core",
	taskModes: "The chosen task",
	title: {
		quantum: "Time slice",
		reserve: "L3 for this process alone",
		cap: "Most of the bus",
		lockMode: "Who waits for the lock",
		inherit: "Its owner inherits priority",
		pin: "Runs only on",
		priority: "Priority",
		restart: "Start again",
		spinFor: "At a taken lock, spin",
		sleepAfter: "Idle, fall asleep",
		clock: "Speed",
	},
	value: {
		none: "none",
		all: "all",
		after: (lengthS: number) => `${number(lengthS, 2)} s`,
		never: "never",
		asTheLockSays: "as set",
		notAtAll: "not",
		anywhere: "any",
		on: "yes",
		off: "no",
		waiting: { spin: "spin", block: "sleep", adaptive: "both" },
	},
} as const;
