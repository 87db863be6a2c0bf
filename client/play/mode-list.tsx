import type { PlayerCommand } from "#shared/protocol/up.ts";
import type { ModeView } from "../seat/modes.ts";
import { Segmented } from "../ui/segmented.tsx";
import { sayMode, sayModeValue } from "./say-mode.ts";
import "./mode-list.css";

type ModeListProps = {
	title: string;
	modes: readonly ModeView[];
	onCommand: (command: PlayerCommand) => void;
};

/** Modes that a seat may set, one line each; nothing where there are none. */
export function ModeList({ title, modes, onCommand }: ModeListProps) {
	if (modes.length === 0) return null;
	return (
		<section class="mode-list" aria-label={title}>
			<h2>{title}</h2>
			{modes.map((mode) =>
				mode.options.length === 1 ? (
					mode.options.map((option) => (
						<button
							key={mode.key}
							type="button"
							class="act mode-act"
							onClick={() => onCommand(option.command)}
						>
							<b>{sayMode(mode)}</b>
						</button>
					))
				) : (
					<Segmented
						key={mode.key}
						label={sayMode(mode)}
						options={mode.options.map((option, index) => ({
							value: index,
							text: sayModeValue(mode, option),
						}))}
						value={mode.options.findIndex(({ isOn }) => isOn)}
						onValue={(index) => {
							const option = mode.options[index];
							if (option !== undefined) onCommand(option.command);
						}}
					/>
				),
			)}
		</section>
	);
}
