import { at } from "../lib/assert.ts";
import { type Chip, type Core, NONE, type Thread } from "./chip.ts";
import { wholeNs } from "./draw.ts";
import type { EventSink } from "./event.ts";
import { block, spin } from "./lock.ts";
import { enterOverhead } from "./stage.ts";
import { NEVER_NS } from "./units.ts";
import { wakeThread } from "./wake.ts";

/** What one side pays for a message, in ns of its core. */
function sideNs(chip: Chip, channel: number, bytes: number): number {
	const { fixedNs, nsPerByte } = at(chip.scenario.channels, channel);
	const ns = fixedNs + nsPerByte * bytes;
	return ns === 0 ? 0 : wholeNs(ns);
}

/** Sends: first the core pays, then the message is there. True when that is over. */
export function send(
	chip: Chip,
	core: Core,
	thread: Thread,
	channelIndex: number,
	bytes: number,
	sink: EventSink | undefined,
): boolean {
	if (thread.step++ === 0) {
		const costNs = sideNs(chip, channelIndex, bytes);
		if (costNs > 0) {
			enterOverhead(chip, core, costNs, "ipc", sink);
			return false;
		}
	}
	const { messages, receivers } = at(chip.channels, channelIndex);
	const receiver = receivers.shift() ?? NONE;
	if (receiver === NONE) {
		messages.push(bytes);
		return true;
	}
	const waiting = at(chip.threads, receiver);
	waiting.carry = bytes;
	waiting.step = 1;
	wakeThread(chip, waiting, sink);
	return true;
}

/** Receives: waits for a message, then the core pays for it. True when that is over. */
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
			// One that waited spinning, was taken off its core and comes back is in the queue already.
			if (!receivers.includes(thread.id)) receivers.push(thread.id);
			if (at(chip.scenario.channels, channelIndex).waiting === "spin") {
				thread.state = "spinning";
				spin(chip, core, NEVER_NS, sink);
			} else block(chip, core, sink);
			return false;
		}
		thread.carry = bytes;
		thread.step = 1;
	}
	if (thread.step++ > 1) return true;
	const costNs = sideNs(chip, channelIndex, thread.carry);
	if (costNs === 0) return true;
	enterOverhead(chip, core, costNs, "ipc", sink);
	return false;
}
