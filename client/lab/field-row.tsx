import { useId } from "preact/hooks";
import type { Field, FieldKey, Value } from "#shared/lab/field.ts";
import { labWords as t } from "../i18n/words.ts";
import { optionText, valueText } from "./field-text.ts";
import "./field-row.css";

type FieldRowProps = {
	fieldKey: FieldKey;
	field: Field;
	value: Value;
	/** What the other side has, if that is something else. */
	other: { readonly name: string; readonly value: Value } | undefined;
	onValue: (value: Value) => void;
};

/** One setting: a slider with its value, or a choice. What differs from the other side is marked and said. */
export function FieldRow({ fieldKey, field, value, other, onValue }: FieldRowProps) {
	const id = useId();
	const text = valueText(fieldKey, field, value);
	const difference = other && t.differs(other.name, valueText(fieldKey, field, other.value));
	return (
		<div class={`lab-field ${other === undefined ? "" : "lab-field-differs"}`}>
			<label for={id}>{t.fields[fieldKey]}</label>
			{field.type === "number" && <output for={id}>{text}</output>}
			{field.type === "number" ? (
				<input
					id={id}
					type="range"
					min={field.min}
					max={field.max}
					step={field.step}
					value={Number(value)}
					aria-valuetext={text}
					aria-describedby={other && `${id}-other`}
					onInput={(event) => onValue(Number(event.currentTarget.value))}
				/>
			) : (
				<select
					id={id}
					value={String(value)}
					aria-describedby={other && `${id}-other`}
					onChange={(event) => onValue(event.currentTarget.value)}
				>
					{field.options.map((option) => (
						<option key={option} value={option}>
							{optionText(fieldKey, option)}
						</option>
					))}
				</select>
			)}
			{difference !== undefined && (
				<small id={`${id}-other`} class="lab-field-other">
					{difference}
				</small>
			)}
		</div>
	);
}
