import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { ModeView } from "../../seat/modes.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { sayMode, sayModeValue } from "./say-mode.ts";
import "./mode-list.css";

type ModeListProps = {
	title: string;
	modes: readonly ModeView[];
	onCommand: (command: PlayerCommand) => void;
};

/** The modes that a seat may set, one per line; nothing if there are none. */
export function ModeList({ title, modes, onCommand }: ModeListProps) {
	if (modes.length === 0) return null;
	return (
		<section class="mode-list" aria-label={title}>
			<h2>{title}</h2>
			{modes.map((mode) => (
				<Mode key={mode.key} mode={mode} onCommand={onCommand} />
			))}
		</section>
	);
}

/** A mode with only one option is an action rather than a setting. */
function Mode({ mode, onCommand }: { mode: ModeView; onCommand: (command: PlayerCommand) => void }) {
	const [only, ...others] = mode.options;
	if (only !== undefined && others.length === 0) {
		return (
			<button type="button" class="act mode-act" onClick={() => onCommand(only.command)}>
				<b>{sayMode(mode)}</b>
			</button>
		);
	}
	return (
		<Segmented
			label={sayMode(mode)}
			options={mode.options.map((option, index) => ({ value: index, text: sayModeValue(mode, option) }))}
			value={mode.options.findIndex(({ isOn }) => isOn)}
			onValue={(index) => {
				const option = mode.options[index];
				if (option !== undefined) onCommand(option.command);
			}}
		/>
	);
}
