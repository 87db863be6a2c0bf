import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { type Chip, type Core, NONE, type Thread } from "../chip/chip.ts";
import { wholeNs } from "../chip/draw.ts";
import type { EventSink } from "../chip/event.ts";
import { enterOverhead } from "./activity.ts";
import { block, spin } from "./lock.ts";
import { wakeThread } from "./wake.ts";

/** What one side pays for a message, in ns on its core. */
function sideNs(chip: Chip, channel: number, bytes: number): number {
	const { fixedNs, nsPerByte } = at(chip.scenario.channels, channel);
	const ns = fixedNs + nsPerByte * bytes;
	return ns === 0 ? 0 : wholeNs(ns);
}

/** `step` of a sender: its core has paid; its message is in the channel. */
const PAID = 1;
const SENT = 2;

/**
 * Sends a message: the core pays first, then the message enters the channel as soon as there is room. True once
 * it has.
 */
export function send(
	chip: Chip,
	core: Core,
	thread: Thread,
	channelIndex: number,
	bytes: number,
	sink: EventSink | undefined,
): boolean {
	if (thread.step === SENT) return true;
	if (thread.step++ === 0) {
		const costNs = sideNs(chip, channelIndex, bytes);
		if (costNs > 0) {
			enterOverhead(chip, core, costNs, "ipc", sink);
			return false;
		}
	}
	thread.step = PAID;
	const { messages, receivers, senders } = at(chip.channels, channelIndex);
	const { capacity } = at(chip.scenario.channels, channelIndex);
	const receiver = receivers.shift() ?? NONE;
	if (receiver !== NONE) {
		const waiting = at(chip.threads, receiver);
		waiting.carry = bytes;
		waiting.step = 1;
		wakeThread(chip, waiting, sink);
		return true;
	}
	if (capacity > 0 && messages.length >= capacity) {
		thread.carry = bytes;
		waitIn(chip, core, thread, channelIndex, senders, sink);
		return false;
	}
	messages.push(bytes);
	return true;
}

/** The thread waits as the channel says. One that spun, was preempted and came back is in `queue` already. */
function waitIn(
	chip: Chip,
	core: Core,
	thread: Thread,
	channelIndex: number,
	queue: number[],
	sink: EventSink | undefined,
): void {
	if (!queue.includes(thread.id)) queue.push(thread.id);
	if (at(chip.scenario.channels, channelIndex).waiting === "spin") {
		thread.state = "spinning";
		spin(chip, core, NEVER_NS, sink);
	} else block(chip, core, sink);
}

/** Room has become free: admits the message of the sender that has waited longest. */
function letIn(chip: Chip, channelIndex: number, sink: EventSink | undefined): void {
	const { messages, senders } = at(chip.channels, channelIndex);
	const sender = senders.shift();
	if (sender === undefined) return;
	const waiting = at(chip.threads, sender);
	messages.push(waiting.carry);
	waiting.step = SENT;
	wakeThread(chip, waiting, sink);
}

/** Receives a message: waits for one, then the core pays for it. True once it has. */
export function receive(
	chip: Chip,
	core: Core,
	thread: Thread,
	channelIndex: number,
	sink: EventSink | undefined,
): boolean {
	const { messages, receivers } = at(chip.channels, channelIndex);
	if (thread.step === 0) {
		const bytes = messages.shift();
		if (bytes === undefined) {
			waitIn(chip, core, thread, channelIndex, receivers, sink);
			return false;
		}
		letIn(chip, channelIndex, sink);
		thread.carry = bytes;
		thread.step = 1;
	}
	if (thread.step++ > 1) return true;
	const costNs = sideNs(chip, channelIndex, thread.carry);
	if (costNs === 0) return true;
	enterOverhead(chip, core, costNs, "ipc", sink);
	return false;
}
