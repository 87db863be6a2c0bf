import { at } from "#shared/lib/assert.ts";
import { sumOf } from "#shared/lib/statistics.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { type ReadonlyChip, SHARED } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { isSameCommand } from "#shared/sim/chip/same-command.ts";
import { isOpenTo } from "#shared/sim/chip/ways.ts";
import { scenarioName } from "../i18n/scenario-name.ts";
import { chipLabels, machineWords, playWords, coachWords as t } from "../i18n/words.ts";
import { factsOf } from "../present/task-facts.ts";
import type { Advice } from "../seat/advise.ts";
import { viewModes } from "../seat/modes.ts";
import { sayMode, sayModeValue } from "./panel/say-mode.ts";

/** What would be done and why, in one sentence. */
export function sayAdvice(chip: ReadonlyChip, seat: number, { command, reason, from }: Advice): string {
	const what = sayCommand(chip, seat, command, from);
	return reason === undefined ? t.advice(what) : t.adviceWhy(what, t.reasons[reason.key](reason.value));
}

/** A command as an instruction: "deal the 2.3 s task to C2". */
function sayCommand(chip: ReadonlyChip, seat: number, command: Command, from?: number): string {
	const core = (index: number) => chipLabels.coreShort(index + 1);
	const task = (id: number) => t.task(at(chip.threads, id).workNs / NS_PER_PLAY_S);
	switch (command.type) {
		case "plan":
			if ((from ?? at(chip.threads, command.thread).queue) === SHARED)
				return seat === 0 ? t.deal(task(command.thread), core(command.core)) : t.plan(task(command.thread));
			return seat === 0
				? t.moveTo(task(command.thread), core(command.core))
				: sayMove(task(command.thread), at(chip.cores, command.core).queue, command, from !== undefined);
		case "take":
			return seat === 0 ? t.deal(t.firstTask, core(command.core)) : t.plan(t.firstTask);
		case "deal":
			return sayDeal(chip, command);
		case "choose": {
			const thread = at(chip.threads, command.thread);
			const name = factsOf(chip, thread).ways[command.way]?.name ?? "";
			return t.choose(task(command.thread), scenarioName(name, machineWords.names));
		}
		case "ask":
			return t.ask(command.count, letterOfJob(chip, command.thread));
		case "reorder":
			return t.putFirst(letterOfJob(chip, command.thread));
		case "unplan":
			return t.giveBack(task(command.thread));
		case "steal":
			return t.steal(core(command.from));
		case "yield":
			return t.yield;
		case "order":
			return t.order(playWords.rules[command.order]);
		default:
			return sayModeChange(chip, seat, command);
	}
}

function sayDeal(chip: ReadonlyChip, { job, core, way }: Extract<Command, { type: "deal" }>): string {
	const waiting = chip.shared.map((id) => at(chip.threads, id)).filter((thread) => thread.job === job);
	const what = t.packet(waiting.length, sumOf(waiting, ({ workNs }) => workNs) / NS_PER_PLAY_S);
	const to = chipLabels.coreShort(core + 1);
	const open = waiting.find((thread) => way !== undefined && isOpenTo(thread, way));
	const name = open === undefined || way === undefined ? undefined : factsOf(chip, open).ways[way]?.name;
	return name === undefined ? t.deal(what, to) : t.dealWay(what, to, scenarioName(name, machineWords.names));
}

function letterOfJob(chip: ReadonlyChip, thread: number): string {
	return at(chip.scenario.processes, at(chip.threads, thread).spec.process).letter ?? "";
}

/** Where in its own queue a task goes. If the move is done: where the task stands now, unless it has started. */
function sayMove(
	what: string,
	queue: readonly number[],
	{ thread, position }: { thread: number; position: number },
	isDone: boolean,
): string {
	const place = isDone ? queue.indexOf(thread) : position;
	if (place === -1) return t.move(what);
	if (place === 0) return t.moveFirst(what);
	return place >= queue.length - 1 ? t.moveLast(what) : t.moveToPlace(what, place + 1);
}

/** A mode change by the names of mode and value, or a general phrase if the value is not offered. */
function sayModeChange(chip: ReadonlyChip, seat: number, command: Command): string {
	const chosen = "thread" in command ? command.thread : undefined;
	for (const mode of viewModes(chip, seat, [], chosen)) {
		const option = mode.options.find((candidate) => isSameCommand(candidate.command, command));
		if (option !== undefined) return t.set(sayMode(mode), sayModeValue(mode, option));
	}
	return t.change;
}
