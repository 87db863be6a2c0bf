import type { ComponentChildren } from "preact";
import { FAMILY_IDS, type FamilyId } from "#shared/lab/family.ts";
import type { FieldKey, Fields, Value, Values } from "#shared/lab/field.ts";
import { MACHINE_FIELDS, POLICY_FIELDS } from "#shared/lab/machine.ts";
import { fieldsOf, withFamily, withValue } from "#shared/lab/setup.ts";
import type { Subject } from "#shared/lab/subject.ts";
import { policyById } from "#shared/policies/table.ts";
import { labWords as t } from "../i18n/words.ts";
import { FieldRow } from "./field-row.tsx";

type SetupFormProps = {
	subject: Subject & { type: "setup" };
	/** The other side, where there is one, to mark what is different. */
	other: { readonly name: string; readonly subject: Subject } | undefined;
	onSubject: (next: Subject) => void;
};

/** Everything that makes a set-up: its program, its machine, and who decides. */
export function SetupForm({ subject, other, onSubject }: SetupFormProps) {
	const fields = fieldsOf(subject.family);
	const common: Fields = { ...MACHINE_FIELDS, ...POLICY_FIELDS };
	const own = Object.keys(fields).filter((key) => !(key in common)) as FieldKey[];
	const compared = other?.subject.type === "setup" ? other.subject : undefined;
	const isOtherProgram = compared !== undefined && compared.family !== subject.family;
	const row = (key: FieldKey) => {
		const field = fields[key];
		const value = subject.values[key];
		if (field === undefined || value === undefined) return null;
		return (
			<FieldRow
				key={key}
				fieldKey={key}
				field={field}
				value={value}
				other={otherValue(compared?.values, other?.name ?? "", key, value, isOtherProgram)}
				onValue={(next: Value) => onSubject({ type: "setup", ...withValue(subject, key, next) })}
			/>
		);
	};
	return (
		<>
			<Group title={t.program}>
				<select
					class="lab-select"
					aria-label={t.program}
					value={subject.family}
					onChange={(event) =>
						onSubject({ type: "setup", ...withFamily(subject, event.currentTarget.value as FamilyId) })
					}
				>
					{FAMILY_IDS.map((id) => (
						<option key={id} value={id}>
							{t.families[id].title}
						</option>
					))}
				</select>
				<p class="muted small">{t.families[subject.family].text}</p>
				{own.map(row)}
			</Group>
			<Group title={t.machine}>{(Object.keys(MACHINE_FIELDS) as FieldKey[]).map(row)}</Group>
			<Group title={t.deciding}>
				{(Object.keys(POLICY_FIELDS) as FieldKey[]).map(row)}
				<SliceNote values={subject.values} />
			</Group>
		</>
	);
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
	return (
		<fieldset class="lab-group">
			<legend>{title}</legend>
			{children}
		</fieldset>
	);
}

/** A slice that changes nothing would look broken: it is said why. */
function SliceNote({ values }: { values: Values }) {
	const { slices } = policyById(String(values.policy));
	if (!slices && Number(values.quantumMs) > 0) return <p class="muted small">{t.noSlices}</p>;
	if (slices && Number(values.quantumMs) === 0) return <p class="muted small">{t.noQuantum}</p>;
	return null;
}

/** Fields that belong to another program have nothing to be compared with. */
function otherValue(
	values: Values | undefined,
	name: string,
	key: FieldKey,
	own: Value,
	isOtherProgram: boolean,
): { name: string; value: Value } | undefined {
	const value = values?.[key];
	const isCommon = key in MACHINE_FIELDS || key in POLICY_FIELDS;
	if (value === undefined || value === own || (isOtherProgram && !isCommon)) return undefined;
	return { name, value };
}
