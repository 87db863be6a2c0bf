import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { unreachable } from "#shared/lib/unreachable.ts";
import type { LockWaiting } from "#shared/sim/scenario/scenario.ts";
import { percent } from "../../i18n/base/format.ts";
import { scenarioName } from "../../i18n/scenario-name.ts";
import { chipLabels, machineWords, modeWords as t } from "../../i18n/words.ts";
import type { ModeOption, ModeView } from "../../seat/modes.ts";

/** The name of a mode, with what it belongs to if there are several. */
export function sayMode({ type, name, core }: ModeView): string {
	const title = t.title[type];
	if (core !== undefined) return `${chipLabels.coreShort(core + 1)}: ${title}`;
	return name === "" ? title : `${scenarioName(name, machineWords.names)}: ${title}`;
}

/** The words for one of the values to choose from. */
export function sayModeValue({ type }: ModeView, { value }: ModeOption): string {
	const { value: words } = t;
	switch (type) {
		case "quantum":
			return value === 0 ? words.none : lasting(value);
		case "sleepAfter":
			return value === 0 ? words.never : lasting(value);
		case "spinFor":
			return value === 0 ? words.notAtAll : value === -1 ? words.asTheLockSays : lasting(value);
		case "reserve":
			return value === 0 ? words.none : percent(Number(value));
		case "cap":
			return value === 0 ? words.all : percent(Number(value));
		case "clock":
			return percent(Number(value));
		case "lockMode":
			return words.waiting[value as LockWaiting];
		case "inherit":
			return value === true ? words.on : words.off;
		case "pin":
			return value === -1 ? words.anywhere : chipLabels.coreShort(Number(value) + 1);
		case "priority":
			return String(value);
		case "restart":
			return t.title.restart;
		default:
			return unreachable(type);
	}
}

function lasting(ns: number | string | boolean): string {
	return t.value.after(Number(ns) / NS_PER_PLAY_S);
}
