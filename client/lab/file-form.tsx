import { choice } from "#shared/lab/field.ts";
import { POLICY_FIELDS } from "#shared/lab/machine.ts";
import { standardSetup } from "#shared/lab/setup.ts";
import type { Subject } from "#shared/lab/subject.ts";
import { labWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { FieldRow } from "./field-row.tsx";

type FileFormProps = { subject: Subject & { type: "file" }; onSubject: (next: Subject) => void };

/** What can be set about a scenario from a file: who decides, and the seed. */
export function FileForm({ subject, onSubject }: FileFormProps) {
	return (
		<>
			<p>{t.fromFile(subject.scenario.title)}</p>
			<fieldset class="lab-group">
				<legend>{t.deciding}</legend>
				<FieldRow
					fieldKey="policy"
					field={choice([...new Set([...POLICY_FIELDS.policy.options, subject.policy])], subject.policy)}
					value={subject.policy}
					other={undefined}
					onValue={(policy) => onSubject({ ...subject, policy: String(policy) })}
				/>
				<FieldRow
					fieldKey="seed"
					field={POLICY_FIELDS.seed}
					value={subject.seed}
					other={undefined}
					onValue={(seed) => onSubject({ ...subject, seed: Number(seed) })}
				/>
			</fieldset>
			<Button size="small" onClick={() => onSubject({ type: "setup", ...standardSetup("amdahl") })}>
				{t.closeFile}
			</Button>
		</>
	);
}
