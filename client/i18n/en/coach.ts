import type { ReasonKey } from "#shared/sim/chip/reason.ts";
import { counted, number, seconds } from "../base/format.ts";

/** What teaches: the controls themselves, hints on demand, and the reasons of bots. */
export const coachWords = {
	marks: {
		take: "Tasks wait in the shared queue. You can take one.",
		deal: "Work waits in the shared queue. Choose a core for it.",
		way: "You can say how a task is done before it starts.",
		ahead: "You can already take the next task while yours runs.",
		packets: "You can also deal another packet: choose it first.",
		move: "You can move a waiting task: choose it, then a core.",
		order: "You can change the order of your queue.",
		steal: "You can take a waiting task from a neighbour.",
		coreMode: "Your core has settings. You can change them at any time.",
		systemMode: "The machine has settings. You can change them at any time.",
	},
	key: "key",
	hint: (left: number) => `Hint: ${number(left)} left, each costs a star`,
	hintNothing: "Nothing to do right now: waiting is right.",
	advice: (what: string) => `${capital(what)}.`,
	adviceWhy: (what: string, why: string) => `${capital(what)}: ${why}.`,
	bots: "What the bots think",
	botsNone: "Nobody has decided anything yet.",
	botSays: (who: string, advice: string) => `${who}: ${advice}`,
	task: (lengthS: number) => `the ${seconds(lengthS)} task`,
	firstTask: "the first task",
	packet: (tasks: number) => `the packet of ${counted(tasks, "task", "tasks")}`,
	deal: (what: string, core: string) => `deal ${what} to ${core}`,
	dealWay: (what: string, core: string, way: string) => `deal ${what} to ${core} this way: ${way}`,
	plan: (what: string) => `plan ${what}`,
	moveTo: (what: string, core: string) => `move ${what} to ${core}`,
	move: (what: string) => `move ${what}`,
	moveFirst: (what: string) => `move ${what} to the front`,
	moveLast: (what: string) => `move ${what} to the end`,
	moveToPlace: (what: string, place: number) => `move ${what} to place ${number(place)}`,
	choose: (what: string, way: string) => `do ${what} this way: ${way}`,
	giveBack: (what: string) => `give ${what} back`,
	steal: (core: string) => `take a task from ${core}`,
	yield: "put the running task back",
	order: (rule: string) => `order the shared queue: ${rule}`,
	set: (mode: string, value: string) => `set “${mode}” to ${value}`,
	change: "change a setting",
	reasons: {
		first: () => "it has waited longest",
		longest: (lengthS) => `with ${seconds(lengthS)} it is the longest`,
		shortest: (lengthS) => `with ${seconds(lengthS)} it is the shortest`,
		longestLine: (lengthS) => `the most work hangs on it, ${seconds(lengthS)}`,
		dueFirst: (leftS) => (leftS < 0 ? "it is late already" : `it is due first, in ${seconds(leftS)}`),
		urgent: (priority) => `its priority is ${number(priority)}`,
		warm: (kib) => `${number(kib)} KiB of its data are in the cache there`,
		fullestQueue: (waiting) => `${counted(waiting, "task waits", "tasks wait")} there`,
		leastLoad: (lengthS) => `it has the least to do, ${seconds(lengthS)}`,
		mostLoad: (lengthS) => `it has the most to do, ${seconds(lengthS)}`,
		inTurn: (core) => `it is the turn of core ${number(core)}`,
		keepTogether: (cores) => `${counted(cores, "core works", "cores work")} on the same data`,
		keepApart: (cores) => `${counted(cores, "core writes", "cores write")} to the same data`,
		random: (count) => `drawn by lot from ${number(count)}`,
	} satisfies Readonly<Record<ReasonKey, (value: number) => string>>,
} as const;

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
