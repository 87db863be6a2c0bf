import type { PlanSwitches } from "#shared/lessons/plan-switches.ts";
import { openWords as t } from "../i18n/words.ts";

const NAMES = ["secondPlay", "discussion", "ownDecisions"] as const satisfies readonly (keyof PlanSwitches)[];

type SwitchListProps = { switches: PlanSwitches; onSwitches: (switches: PlanSwitches) => void };

/** What every lesson of the plan has beside one play and its explanation. */
export function SwitchList({ switches, onSwitches }: SwitchListProps) {
	return (
		<fieldset class="switch-list">
			<legend>{t.switchTitle}</legend>
			{NAMES.map((name) => (
				<label key={name}>
					<input
						type="checkbox"
						checked={switches[name]}
						onChange={(event) => onSwitches({ ...switches, [name]: event.currentTarget.checked })}
					/>
					<span>
						{t.switches[name].name} <span class="muted small">{t.switches[name].about}</span>
					</span>
				</label>
			))}
		</fieldset>
	);
}
